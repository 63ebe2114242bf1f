package dev.callboard.account.rights;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks account-service for the caller's own rights, with the caller's token, where the local copy has no row. The
 * answer is written to the copy under its version, so that a fact that arrived meanwhile wins.
 *
 * <p>The crew of a production are no members of its account and would be asked for with every request: a "no" is
 * remembered for {@link #NO_IS_KEPT}. A membership that begins in that time arrives as a fact, and a row beats it.
 */
@ApplicationScoped
class RightsQuestion {
    @ConfigMapping(prefix = "callboard.accounts")
    interface Configuration {
        /** Base address of account-service or of the gateway in front of it. */
        @WithDefault("http://localhost:8080")
        String url();

        /** A request that cannot be decided within this is answered 503 and comes again. */
        @WithDefault("300MS")
        Duration timeout();
    }

    private record Key(UUID accountId, UUID userId) {}

    private record Answer(
            UUID accountId,
            String name,
            String currency,
            boolean suspended,
            Instant stateSince,
            Set<AccountRight> rights,
            long membershipVersion) {}

    private static final Logger LOG = Logger.getLogger(RightsQuestion.class);
    private static final Duration NO_IS_KEPT = Duration.ofSeconds(5);
    private static final int MOST_NOES = 10_000;

    @Inject
    LocalCopy copy;

    @Inject
    Configuration configuration;

    /** With no time limit of its own for connecting: that of the request begins before it, and is as short. */
    private final HttpClient http = HttpClient.newHttpClient();

    private final ObjectMapper json = Json.tolerant();

    /** System.nanoTime of each "no", oldest first. */
    private final Map<Key, Long> noes = new LinkedHashMap<>();

    /** @throws Problem RIGHTS_UNKNOWN when there is no answer in time; never more than the caller has */
    Set<AccountRight> ask(UUID accountId, Caller caller) {
        var key = new Key(accountId, caller.userId());
        if (saidNoTo(key)) return Set.of();

        try {
            var response = http.send(question(accountId, caller), BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> kept(response, caller);
                case 404 -> no(key);
                default -> undecided(accountId, "status " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return undecided(accountId, "interrupted");
        } catch (JacksonException e) {
            return undecided(accountId, "an answer that is not understood: " + e.getOriginalMessage());
        } catch (IOException e) {
            return undecided(accountId, e.toString());
        }
    }

    private HttpRequest question(UUID accountId, Caller caller) {
        return HttpRequest.newBuilder(URI.create(configuration.url() + "/api/v1/accounts/" + accountId + "/rights"))
                .timeout(configuration.timeout())
                .header("Authorization", "Bearer " + caller.token())
                .header("Accept", "application/json")
                .build();
    }

    private Set<AccountRight> kept(HttpResponse<String> response, Caller caller) throws JacksonException {
        var answer = json.readValue(response.body(), Answer.class);
        copy.opened(answer.accountId(), answer.name(), answer.currency(), answer.stateSince());
        copy.suspended(answer.accountId(), answer.suspended(), answer.stateSince());
        copy.member(answer.accountId(), caller.userId(), answer.rights(), answer.membershipVersion());
        return answer.rights();
    }

    /**
     * No answer. For an account that the copy knows, the copy is right but for the last moments: a stranger there, so
     * that crew can go on while account-service is away. For any other: not known.
     */
    private Set<AccountRight> undecided(UUID accountId, String why) {
        LOG.debugf("Rights in %s: %s", accountId, why);
        if (copy.account(accountId).isPresent()) return Set.of();
        throw CommonProblem.RIGHTS_UNKNOWN.because("The rights in this account cannot be told just now; try again");
    }

    private Set<AccountRight> no(Key key) {
        synchronized (noes) {
            if (noes.size() >= MOST_NOES) noes.remove(noes.keySet().iterator().next());
            noes.remove(key);
            noes.put(key, System.nanoTime());
        }
        return Set.of();
    }

    private boolean saidNoTo(Key key) {
        synchronized (noes) {
            var at = noes.get(key);
            return at != null && System.nanoTime() - at < NO_IS_KEPT.toNanos();
        }
    }
}
