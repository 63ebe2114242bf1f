package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Answer;
import dev.callboard.acceptance.platform.Person;
import dev.callboard.acceptance.platform.Platform;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * Stina's clients, each of which asks for one project and goes on asking under its key until it has heard a 202; and the
 * journal of what they asked.
 */
final class Openings {
    private static final String GOOD_CARD = "4242 4242 4242 4242";
    private static final String DECLINED_CARD = "4000 0000 0000 0002";
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform;
    private final Person stina;
    private final List<String> paying = new ArrayList<>();
    private final List<String> declining = new ArrayList<>();
    private final List<Opening> journal = new CopyOnWriteArrayList<>();
    private final Map<Opening, String> accepted = new ConcurrentHashMap<>();
    private final List<String> repeated = new CopyOnWriteArrayList<>();
    private int next;

    /** @param good accounts whose card pays. @param bad accounts whose card declines */
    Openings(Platform platform, int good, int bad) {
        this.platform = platform;
        this.stina = platform.register("Stina", "Hallberg");
        for (int i = 0; i < good; i++) paying.add(account(GOOD_CARD));
        for (int i = 0; i < bad; i++) declining.add(account(DECLINED_CARD));
        // project-service asks account-service for what it has not heard of yet: now, before a test stops that
        for (var account : accounts())
            await("project-service knows the account")
                    .until(() -> stina.get("/accounts/" + account + "/projects").status() == 200);
    }

    private String account(String card) {
        var account = stina.post("/accounts", Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                .mustBe(201)
                .field("id");
        pay(account, card);
        return account;
    }

    /** From now on with this card. */
    void pay(String account, String card) {
        stina.post(
                        "/accounts/" + account + "/payment-methods",
                        Map.of("number", card, "expMonth", 12, "expYear", 2031, "cvc", "123", "default", true))
                .mustBe(201);
    }

    /** Begins so many openings, spread over the accounts, and does not wait for their answers. */
    List<Opening> ask(int good, int bad) {
        var asked = new ArrayList<Opening>();
        for (int i = 0; i < good + bad; i++) {
            var accounts = i < good ? paying : declining;
            var opening = new Opening(
                    "The Salt Road %d, %s".formatted(next, UUID.randomUUID()),
                    UUID.randomUUID().toString(),
                    accounts.get(next++ % accounts.size()),
                    i >= good);
            journal.add(opening);
            asked.add(opening);
        }
        for (var opening : asked)
            Thread.ofVirtual().name("client of " + opening.name()).start(() -> insist(opening));
        return asked;
    }

    private void insist(Opening opening) {
        while (!accepted.containsKey(opening)) {
            try {
                var answer = request(opening);
                if (answer.status() == 202) accepted.put(opening, answer.field("id"));
                else repeated.add(opening.name() + ": " + answer.status());
            } catch (UncheckedIOException unknown) {
                repeated.add(opening.name() + ": " + unknown.getCause());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(250); // a client's manners, not a wait for anything
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private Answer request(Opening opening) {
        var body = Map.of(
                "accountId", opening.accountId(),
                "name", opening.name(),
                "zone", "Europe/Stockholm");
        return stina.post("/projects", body, opening.key());
    }

    void awaitAccepted() {
        await("every client has heard a 202").atMost(PATIENCE).until(() -> accepted.keySet()
                .containsAll(journal));
    }

    /** Every saga of these accounts has ended, well or compensated. */
    void awaitEnded() {
        awaitAccepted();
        await("no saga runs any more")
                .atMost(PATIENCE)
                .ignoreExceptions() // the database may still be on its way back
                .until(() -> unfinished() == 0);
    }

    /**
     * A project whose payment was not confirmed within 45 s is refused, and rightly: on a slow machine a service may take
     * longer to come back. Stina does then what a user does, until no opening was refused for silence.
     *
     * @return how many were asked for again
     */
    int askAgainAfterSilence() {
        awaitEnded();
        int asked = 0;
        for (var silent = refusedForSilence(); !silent.isEmpty(); silent = refusedForSilence()) {
            for (var project : silent)
                stina.post("/projects/" + project + "/opening", null).mustBe(202);
            asked += silent.size();
            awaitEnded();
        }
        return asked;
    }

    /** The projects whose payment was not confirmed in time. */
    List<String> refusedForSilence() {
        return accounts().stream()
                .flatMap(account -> stina.items("/accounts/" + account + "/projects").stream())
                .filter(project -> project.at("/refusal/reason").asText().equals("payment_not_confirmed"))
                .filter(project -> project.get("state").asText().equals("REFUSED"))
                .map(project -> project.get("id").asText())
                .toList();
    }

    /** How many sagas of these accounts have begun and not ended. */
    int unfinished() {
        return count("select count(*) from kit.saga where status = 'RUNNING' and account_id::text = any (?)");
    }

    private int count(String sql) {
        try (var projects = platform.database("projects");
                var statement = projects.prepareStatement(sql)) {
            statement.setArray(1, projects.createArrayOf("text", accounts().toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    List<Opening> journal() {
        return List.copyOf(journal);
    }

    String projectOf(Opening opening) {
        return accepted.get(opening);
    }

    /** Answers other than a 202 that clients heard or did not hear, and after which they asked again. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }

    List<String> accounts() {
        var all = new ArrayList<>(paying);
        all.addAll(declining);
        return all;
    }

    Person stina() {
        return stina;
    }
}
