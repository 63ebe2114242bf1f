package dev.callboard.account.funds;

import dev.callboard.account.Norrsken;
import dev.callboard.account.Person;
import dev.callboard.account.provider.PaymentProvider;
import dev.callboard.account.provider.PaymentProvider.Outcome.Succeeded;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.contracts.account.FundsReply.CaptureRefused;
import dev.callboard.contracts.account.FundsReply.FundsCaptured;
import dev.callboard.contracts.account.FundsReply.FundsRefused;
import dev.callboard.contracts.account.FundsReply.FundsReleased;
import dev.callboard.contracts.account.FundsReply.FundsReserved;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.account.funds.OpeningSaga.PRICE;
import static dev.callboard.account.funds.OpeningSaga.capture;
import static dev.callboard.account.funds.OpeningSaga.release;
import static dev.callboard.account.funds.OpeningSaga.reserve;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class FundsTest {
    @Inject
    OpeningSaga saga;

    @Inject
    FundsRepliesFeed replies;

    @Inject
    PaymentProvider provider;

    @Inject
    Database database;

    @ConfigProperty(name = "callboard.payments.url")
    String providerUrl;

    @ConfigProperty(name = "callboard.payments.key")
    String providerKey;

    @Test
    void money_is_reserved_then_captured_and_invoiced() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = reserve(account.id());

        saga.asks(opening);
        assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOf(FundsReserved.class);
        assertBalance(account, PRICE, 0);

        saga.asks(capture(opening));
        assertThat(replies.awaits(opening.sagaId(), 2)).isInstanceOf(FundsCaptured.class);
        assertBalance(account, 0, PRICE);
        assertThat(account.read("/ledger").getList("items.kind"))
                .containsExactly("CAPTURE", "INVOICE", "RELEASE", "HOLD");
        assertThat(account.read("/invoices").getList("items.number")).containsExactly(1);
        assertThat(account.read("/quota").getInt("openProjects")).isEqualTo(1);
        assertThat(atTheProvider(opening.sagaId())).isEqualTo("CAPTURED");
    }

    @Test
    void what_happened_before_a_day_is_told_apart() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = captured(account.id());
        var posted = account.read("/ledger").getList("items.at", String.class).stream()
                .map(at -> Instant.parse(at).atOffset(UTC).toLocalDate())
                .toList();
        var first = posted.getLast();
        var last = posted.getFirst();

        assertThat(account.read("/ledger?from=" + first + "&to=" + last).getList("items"))
                .hasSize(4);
        for (var other : List.of("from=" + last.plusDays(1), "to=" + first.minusDays(1), "from=9999-12-31"))
            assertThat(account.read("/ledger?" + other).getList("items")).isEmpty();
        var paged = account.read("/ledger?limit=3&from=" + first + "&to=" + last);
        assertThat(account.read("/ledger?limit=3&from=" + first + "&to=" + last + "&cursor=" + paged.getString("next"))
                        .getList("items.kind"))
                .containsExactly("HOLD");

        var before = account.read("/balance?before=" + first);
        assertThat(before.getString("before")).isEqualTo(first.toString());
        assertThat(before.getLong("chargedMinor")).isZero();
        assertThat(before.getLong("sumMinor")).isZero();
        var after = account.read("/balance?before=" + last.plusDays(1));
        assertThat(after.getLong("chargedMinor")).isEqualTo(PRICE);
        assertThat(after.getLong("sumMinor")).isZero();
        assertThat(account.read("/balance").getString("before")).isNull();
    }

    @Test
    void a_declined_card_holds_nothing_and_says_why() {
        var account = Norrsken.paying(Person.stina(), Norrsken.DECLINED);
        var opening = reserve(account.id());

        saga.asks(opening);

        assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOfSatisfying(FundsRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("card_declined");
            assertThat(refused.detail()).contains("declined");
        });
        assertBalance(account, 0, 0);
        assertThat(account.read("/ledger").getList("items")).isEmpty();
    }

    @Test
    void a_second_card_pays_what_the_first_could_not() {
        var account = Norrsken.paying(Person.stina(), Norrsken.INSUFFICIENT);
        var first = reserve(account.id());
        saga.asks(first);
        assertThat(replies.awaits(first.sagaId(), 1))
                .isInstanceOfSatisfying(FundsRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("insufficient_funds"));

        account.addCard(Norrsken.SUCCEEDS).then().statusCode(201);
        var second = reserve(account.id());
        saga.asks(second);

        assertThat(replies.awaits(second.sagaId(), 1)).isInstanceOf(FundsReserved.class);
        assertBalance(account, PRICE, 0);
    }

    @Test
    void silence_of_the_provider_is_no_refusal() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SILENT);
        var opening = reserve(account.id());

        saga.asks(opening);

        assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOf(FundsReserved.class);
        assertBalance(account, PRICE, 0);
        assertThat(replies.of(opening.sagaId())).hasSize(1);
    }

    @Test
    void a_refused_capture_is_told_and_nothing_stays_held() {
        var account = Norrsken.paying(Person.stina(), Norrsken.CAPTURE_REFUSED);
        var opening = reserve(account.id());
        saga.asks(opening);
        replies.awaits(opening.sagaId(), 1);

        saga.asks(capture(opening));

        assertThat(replies.awaits(opening.sagaId(), 2))
                .isInstanceOfSatisfying(CaptureRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("capture_refused"));
        awaitState(opening.sagaId(), "CAPTURE_REFUSED");
        assertBalance(account, 0, 0);
        assertThat(atTheProvider(opening.sagaId())).isEqualTo("VOIDED");
    }

    @Test
    void a_release_that_comes_first_is_a_tombstone() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = reserve(account.id());

        saga.asks(release(opening), opening);

        assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOf(FundsReleased.class);
        assertThat(replies.awaits(opening.sagaId(), 2))
                .isInstanceOfSatisfying(FundsRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("released"));
        assertThat(intentsOf(opening.sagaId())).isEmpty();
        assertBalance(account, 0, 0);
    }

    @Test
    void a_late_success_of_what_was_released_is_given_back() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = reserve(account.id());
        var intentId = Ids.next();
        crashed(account, opening.sagaId(), intentId, "1 hour");

        saga.asks(release(opening));
        awaitState(opening.sagaId(), "WITHDRAWN");
        database.update("update payment_intent set leased_until = now() where id = ?", intentId);

        assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOf(FundsReleased.class);
        assertThat(atTheProvider(opening.sagaId())).isEqualTo("VOIDED");
        assertThat(account.read("/ledger").getList("items.kind")).containsExactly("RELEASE", "HOLD");
        assertBalance(account, 0, 0);
    }

    @Test
    void captured_money_is_refunded_when_the_saga_is_given_up() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = captured(account.id());

        saga.asks(release(opening));

        assertThat(replies.awaits(opening.sagaId(), 3)).isInstanceOf(FundsReleased.class);
        assertBalance(account, 0, 0);
        assertThat(account.read("/invoices").getList("items.kind")).containsExactly("CREDIT_NOTE", "INVOICE");
        assertThat(account.read("/invoices").getInt("items[0].credits")).isEqualTo(1);
    }

    @Test
    void a_repeated_command_is_answered_again_and_done_once() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var opening = reserve(account.id());
        saga.asks(opening, opening);
        replies.awaits(opening.sagaId(), 1);
        saga.asks(opening, capture(opening), capture(opening));
        awaitState(opening.sagaId(), "CAPTURED");
        saga.asks(capture(opening));
        var last = replies.awaits(opening.sagaId(), 4);

        assertThat(last).isInstanceOf(FundsCaptured.class);
        assertThat(intentsOf(opening.sagaId())).containsExactly("AUTHORISE", "CAPTURE");
        assertThat(account.read("/ledger").getList("items")).hasSize(4);
        assertThat(account.read("/invoices").getList("items")).hasSize(1);
        assertBalance(account, 0, PRICE);
    }

    @Test
    void what_a_dead_instance_left_undone_is_done() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var sagaId = Ids.next();
        crashed(account, sagaId, Ids.next(), "500 ms");

        assertThat(replies.awaits(sagaId, 1)).isInstanceOf(FundsReserved.class);
        assertBalance(account, PRICE, 0);
    }

    @Test
    void what_a_dead_instance_did_without_noting_it_is_not_done_twice() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var sagaId = Ids.next();
        var intentId = Ids.next();
        var done = provider.authorise(intentId, tokenOf(account), PRICE, "SEK", sagaId.toString());
        assertThat(done).isInstanceOf(Succeeded.class);

        crashed(account, sagaId, intentId, "500 ms");

        replies.awaits(sagaId, 1);
        assertThat(authorizationOf(sagaId)).isEqualTo(((Succeeded) done).reference());
    }

    @Test
    void what_cannot_be_paid_is_refused_without_asking_the_provider() {
        var stina = Person.stina();
        var without = Norrsken.of(stina);
        var paying = Norrsken.paying(stina, Norrsken.SUCCEEDS);
        var noCard = reserve(without.id());
        var unknown = reserve(Ids.next());
        var wrong = new dev.callboard.contracts.account.FundsCommand.ReserveFunds(
                Ids.next(), paying.id(), Ids.next(), PRICE, "EUR");

        saga.asks(noCard, unknown, wrong);

        assertThat(refusal(noCard.sagaId())).isEqualTo("no_payment_method");
        assertThat(refusal(unknown.sagaId())).isEqualTo("unknown_account");
        assertThat(refusal(wrong.sagaId())).isEqualTo("wrong_amount");
    }

    @Test
    void a_suspended_account_opens_nothing_but_finishes_what_it_began() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var begun = reserve(account.id());
        saga.asks(begun);
        replies.awaits(begun.sagaId(), 1);
        Person.olga()
                .asks()
                .body(Map.of("reason", "unpaid"))
                .post(account.path("/suspension"))
                .then()
                .statusCode(204);

        var opening = reserve(account.id());
        saga.asks(opening, capture(begun));

        assertThat(refusal(opening.sagaId())).isEqualTo("account_suspended");
        assertThat(replies.awaits(begun.sagaId(), 2)).isInstanceOf(FundsCaptured.class);
    }

    @Test
    void ten_openings_at_once_leave_balanced_books() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var openings = java.util.stream.Stream.generate(() -> reserve(account.id()))
                .limit(10)
                .toList();
        for (var opening : openings) saga.asks(opening);
        for (var opening : openings)
            assertThat(replies.awaits(opening.sagaId(), 1)).isInstanceOf(FundsReserved.class);
        for (var opening : openings.subList(0, 6)) saga.asks(capture(opening));
        for (var opening : openings.subList(6, 10)) saga.asks(release(opening));
        for (var opening : openings) replies.awaits(opening.sagaId(), 2);

        assertBalance(account, 0, 6 * PRICE);
        assertThat(account.read("/invoices").getList("items.number")).containsExactly(6, 5, 4, 3, 2, 1);
    }

    private void assertBalance(Norrsken account, long held, long charged) {
        var balance = account.read("/balance");
        assertThat(balance.getLong("heldMinor")).as("held").isEqualTo(held);
        assertThat(balance.getLong("chargedMinor")).as("charged").isEqualTo(charged);
        assertThat(balance.getLong("owedMinor")).as("owed").isZero();
        assertThat(balance.getLong("sumMinor")).as("sum of all books").isZero();
    }

    private String refusal(UUID sagaId) {
        return ((FundsRefused) replies.awaits(sagaId, 1)).reason();
    }

    /** As a crash leaves it: the intent is stored and leased, nobody works on it, and its outcome is not known. */
    private void crashed(Norrsken account, UUID sagaId, UUID intentId, String lease) {
        database.update("""
                insert into hold (saga_id, account_id, project_id, amount_minor, currency, state, created_at, changed_at)
                values (?, ?, ?, ?, 'SEK', 'AUTHORIZING', now(), now())
                """, sagaId, account.id(), Ids.next(), PRICE);
        database.update("""
                insert into payment_intent
                (id, saga_id, operation, payment_token, amount_minor, currency, created_at, leased_until, leased_by, attempts)
                values (?, ?, 'AUTHORISE', ?, ?, 'SEK', now(), now() + ?::interval, 'account-service-7', 1)
                """, intentId, sagaId, tokenOf(account), PRICE, lease);
    }

    private String tokenOf(Norrsken account) {
        return database.first(
                        "select provider_token from payment_method where account_id = ? and is_default",
                        row -> row.getString(1),
                        account.id())
                .orElseThrow();
    }

    private List<String> intentsOf(UUID sagaId) {
        return database.list(
                "select operation from payment_intent where saga_id = ? order by id", row -> row.getString(1), sagaId);
    }

    private String authorizationOf(UUID sagaId) {
        return database.first("select authorization_id from hold where saga_id = ?", row -> row.getString(1), sagaId)
                .orElseThrow();
    }

    private void awaitState(UUID sagaId, String state) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            var now = database.first("select state from hold where saga_id = ?", row -> row.getString(1), sagaId);
            if (now.equals(java.util.Optional.of(state))) return;
            if (System.nanoTime() > deadline) throw new AssertionError(now + " (expected: " + state + ")");
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    /** What the provider itself says of the saga's authorisation. */
    private String atTheProvider(UUID sagaId) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + providerKey)
                .get(providerUrl + "/v1/authorizations/" + authorizationOf(sagaId))
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    /** Reserved and taken. */
    private ReserveFunds captured(UUID accountId) {
        var opening = reserve(accountId);
        saga.asks(opening);
        replies.awaits(opening.sagaId(), 1);
        saga.asks(capture(opening));
        replies.awaits(opening.sagaId(), 2);
        return opening;
    }
}
