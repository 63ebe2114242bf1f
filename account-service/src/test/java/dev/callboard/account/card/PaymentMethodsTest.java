package dev.callboard.account.card;

import dev.callboard.account.Norrsken;
import dev.callboard.account.Person;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class PaymentMethodsTest {
    private static final Map<String, Object> CARD =
            Map.of("number", "4242424242424242", "expMonth", 11, "expYear", 2031, "cvc", "123");

    @Inject
    Database database;

    @Test
    void of_a_card_only_the_token_and_what_recognises_it_are_kept() {
        var account = Norrsken.of(Person.stina());

        account.addCard(Norrsken.SUCCEEDS)
                .then()
                .statusCode(201)
                .body("brand", equalTo("visa"))
                .body("last4", equalTo("4242"))
                .body("default", equalTo(true));

        var stored = database.list(
                "select payment_method::text from payment_method where account_id = ?",
                row -> row.getString(1),
                account.id());
        assertThat(stored).singleElement().asString().contains("pm_").doesNotContain("42424242");
    }

    @Test
    void the_newest_card_pays_until_another_is_chosen() {
        var account = Norrsken.of(Person.stina());
        var first = account.addCard(Norrsken.SUCCEEDS);
        account.addCard(Norrsken.DECLINED);
        assertThat(account.read("/payment-methods").getList("items.default")).containsExactly(false, true);

        var tag = account.owner().asks().get(first.header("Location")).header("ETag");
        account.owner()
                .changes(tag)
                .body(Map.of("default", true))
                .patch(first.header("Location"))
                .then()
                .statusCode(200)
                .body("default", equalTo(true));
        assertThat(account.read("/payment-methods").getList("items.default")).containsExactly(true, false);

        tag = account.owner().asks().get(first.header("Location")).header("ETag");
        account.owner().asks().delete(first.header("Location")).then().statusCode(428);
        account.owner()
                .asks()
                .header("If-Match", tag)
                .delete(first.header("Location"))
                .then()
                .statusCode(204);
        account.owner().asks().get(first.header("Location")).then().statusCode(404);
        assertThat(account.read("/payment-methods").getList("items.default")).containsExactly(true);
    }

    @Test
    void a_request_repeated_under_its_key_adds_one_card() {
        var account = Norrsken.of(Person.stina());
        var key = Ids.next().toString();
        var first =
                account.owner().asks().header("Idempotency-Key", key).body(CARD).post(account.path("/payment-methods"));
        var again =
                account.owner().asks().header("Idempotency-Key", key).body(CARD).post(account.path("/payment-methods"));

        first.then().statusCode(201);
        again.then().statusCode(201).header("Location", first.header("Location"));
        assertThat(account.read("/payment-methods").getList("items")).hasSize(1);
        account.owner()
                .asks()
                .header("Idempotency-Key", key)
                .body(Map.of("number", "5555555555554444", "expMonth", 11, "expYear", 2031, "cvc", "123"))
                .post(account.path("/payment-methods"))
                .then()
                .statusCode(422);
    }

    @Test
    void a_card_that_the_provider_does_not_take_is_refused_with_its_reason() {
        var account = Norrsken.of(Person.stina());

        account.addCard("4242424242424241")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/card-refused"))
                .body("reason", equalTo("invalid_number"));
        assertThat(account.read("/payment-methods").getList("items")).isEmpty();
    }

    @Test
    void a_number_is_never_repeated_in_an_error() {
        var account = Norrsken.of(Person.stina());
        for (var number : List.of("4242", "4242424242424242424242424242", "4242-4242-4242-4242")) {
            var refused = account.addCard(number);
            refused.then().statusCode(400).body("errors[0].field", equalTo("number"));
            assertThat(refused.asString()).doesNotContain("4242");
        }
    }
}
