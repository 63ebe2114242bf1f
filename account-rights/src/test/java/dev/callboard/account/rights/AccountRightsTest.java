package dev.callboard.account.rights;

import dev.callboard.contracts.account.AccountFact;
import dev.callboard.contracts.account.AccountFact.AccountOpened;
import dev.callboard.contracts.account.AccountFact.AccountReinstated;
import dev.callboard.contracts.account.AccountFact.AccountSuspended;
import dev.callboard.contracts.account.AccountFact.MemberRemoved;
import dev.callboard.contracts.account.AccountFact.MemberRightsGranted;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static dev.callboard.contracts.Topics.ACCOUNT_EVENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
@WithTestResource(AccountServer.class)
class AccountRightsTest {
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");
    private static final String ANY = "9";

    private final UUID ana = Ids.next();

    @Inject
    AccountRights rights;

    @Inject
    LocalCopy copy;

    @Inject
    Freshness freshness;

    @Inject
    Outbox outbox;

    @Test
    void a_right_is_known_when_its_fact_has_arrived_and_nobody_is_asked() {
        var account = account(ANY);
        tell(opened(account), granted(account, 1, AccountRight.PLANNER));
        await(() -> copy.rights(account, ana).isPresent());

        ask(account, "").statusCode(200).body("$", contains("PLANNER"));
        ask(account, "/safe").statusCode(403).body("type", equalTo("/problems/forbidden"));
        assertThat(AccountServer.askedFor(account)).isZero();
    }

    @Test
    void a_right_that_was_withdrawn_stays_so_when_an_older_fact_comes_late() {
        var account = account(ANY);
        tell(opened(account), new MemberRemoved(account, ana, 2, MONDAY), granted(account, 1, AccountRight.PLANNER));
        tell(new AccountSuspended(account, MONDAY.plusSeconds(1)));
        await(() -> rights.account(account).filter(AccountSummary::suspended).isPresent());

        ask(account, "").statusCode(404);
        assertThat(copy.rights(account, ana)).contains(Set.of());
    }

    @Test
    void an_account_that_is_not_known_yet_is_asked_for_once() {
        var account = account("" + AccountServer.OWNED);

        ask(account, "").statusCode(200).body("$", contains("BILLING", "OWNER", "PAYROLL", "PLANNER", "VIEWER"));
        await(() -> ask(account, "/safe").extract().statusCode() == 200);

        assertThat(AccountServer.askedFor(account)).isEqualTo(1);
        assertThat(rights.account(account))
                .contains(new AccountSummary(account, "Norrsken Produktion AB", "SEK", false));
    }

    @Test
    void a_stranger_is_answered_as_for_an_unknown_account() {
        var known = account(ANY);
        tell(opened(known));
        await(() -> rights.account(known).isPresent());

        var toStranger = ask(known, "").statusCode(404).extract().jsonPath();
        ask(known, "").statusCode(404);
        assertThat(AccountServer.askedFor(known))
                .as("a no is remembered for a moment")
                .isEqualTo(1);
        var ofUnknown = ask(account(ANY), "").statusCode(404).extract().jsonPath();

        assertThat(toStranger.getString("detail")).isEqualTo(ofUnknown.getString("detail"));
    }

    @Test
    void what_nobody_can_tell_is_not_allowed() {
        ask(account("" + AccountServer.SLOW), "").statusCode(503).body("type", equalTo("/problems/rights-unknown"));
        ask(account("" + AccountServer.BROKEN), "").statusCode(503);
    }

    @Test
    void in_a_known_account_crew_go_on_as_strangers_while_account_service_is_away() {
        var account = account("" + AccountServer.BROKEN);
        tell(opened(account));
        await(() -> rights.account(account).isPresent());

        ask(account, "").statusCode(404);
    }

    @Test
    void an_older_state_does_not_undo_a_newer_one() {
        var account = account(ANY);
        tell(opened(account), new AccountSuspended(account, MONDAY.plusSeconds(20)));
        tell(new AccountReinstated(account, MONDAY.plusSeconds(10)), granted(account, 1, AccountRight.VIEWER));
        await(() -> copy.rights(account, ana).isPresent());

        assertThat(rights.account(account).orElseThrow().suspended()).isTrue();
    }

    @Test
    void membership_tells_which_accounts_are_whose() {
        var account = account(ANY);
        tell(opened(account), granted(account, 1, AccountRight.VIEWER));
        await(() -> rights.accountsOf(ana).equals(Set.of(account)));

        tell(new MemberRemoved(account, ana, 2, MONDAY));
        await(() -> rights.accountsOf(ana).isEmpty());
    }

    @Test
    void payroll_waits_while_rights_may_be_old_and_goes_on_when_the_copy_has_caught_up() {
        var account = account("" + AccountServer.OWNED);
        tell(opened(account));
        await(() -> ask(account, "/safe").extract().statusCode() == 200);

        await(
                () -> { // until no look comes in between
                    ClientProxy.unwrap(freshness).freshAsOf =
                            System.nanoTime() - Duration.ofSeconds(61).toNanos();
                    var answer = ask(account, "/safe").extract();
                    return answer.statusCode() == 503 && answer.path("type").equals("/problems/rights-unknown");
                });
        ask(account, "").statusCode(200);
        await(() -> ask(account, "/safe").extract().statusCode() == 200);
    }

    private static AccountOpened opened(UUID account) {
        return new AccountOpened(account, Ids.next(), "Norrsken Produktion AB", "SEK", MONDAY);
    }

    private MemberRightsGranted granted(UUID account, long version, AccountRight right) {
        return new MemberRightsGranted(account, ana, Set.of(right), version, MONDAY);
    }

    private void tell(AccountFact... facts) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var fact : facts) outbox.append(ACCOUNT_EVENTS, fact.accountId(), fact);
        });
    }

    /** A new id whose last digit says how the account's owner answers. */
    private static UUID account(String lastDigit) {
        var id = Ids.next().toString();
        return UUID.fromString(id.substring(0, id.length() - 1) + lastDigit);
    }

    private ValidatableResponse ask(UUID account, String path) {
        return given().header("Authorization", "Bearer " + Tokens.user(ana, "ana@norrsken.example", "Ana"))
                .get("/api/v1/doors/" + account + path)
                .then();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not within 60 s");
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
