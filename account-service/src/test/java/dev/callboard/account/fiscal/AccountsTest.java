package dev.callboard.account.fiscal;

import dev.callboard.account.Norrsken;
import dev.callboard.account.Person;
import dev.callboard.contracts.account.AccountFact.AccountOpened;
import dev.callboard.contracts.account.AccountFact.AccountReinstated;
import dev.callboard.contracts.account.AccountFact.AccountSuspended;
import dev.callboard.contracts.account.AccountFact.MemberRightsGranted;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class AccountsTest {
    private static final Map<String, String> NORRSKEN = Map.of("name", "Norrsken Produktion AB", "currency", "SEK");

    @Inject
    AccountFactsFeed facts;

    @Test
    void who_opens_an_account_owns_it_and_the_others_hear_of_it() {
        var stina = Person.stina();
        var account = Norrsken.of(stina);

        stina.asks()
                .get(account.path(""))
                .then()
                .statusCode(200)
                .body("ownerUserId", equalTo(stina.id().toString()))
                .body("state", equalTo("ACTIVE"))
                .body("allowed", hasItems("change", "give", "invite", "add-payment-method", "open-project"));
        var heard = facts.awaits(account.id(), 2);
        assertThat(heard.get(0)).isInstanceOfSatisfying(AccountOpened.class, opened -> {
            assertThat(opened.ownerUserId()).isEqualTo(stina.id());
            assertThat(opened.currency()).isEqualTo("SEK");
        });
        assertThat(heard.get(1)).isInstanceOfSatisfying(MemberRightsGranted.class, granted -> {
            assertThat(granted.rights()).isEqualTo(Set.of(AccountRight.OWNER));
            assertThat(granted.membershipVersion()).isEqualTo(1);
        });
    }

    @Test
    void a_request_repeated_under_its_key_opens_one_account() {
        var stina = Person.stina();
        var key = Ids.next().toString();
        var first = stina.asks().header("Idempotency-Key", key).body(NORRSKEN).post("/api/v1/accounts");
        var again = stina.asks().header("Idempotency-Key", key).body(NORRSKEN).post("/api/v1/accounts");

        first.then().statusCode(201);
        again.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .body("id", equalTo(first.path("id")));
        assertThat(stina.asks().get("/api/v1/accounts").jsonPath().getList("items"))
                .hasSize(1);
        stina.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("name", "Another", "currency", "SEK"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
    }

    @Test
    void what_is_wrong_with_a_request_is_named() {
        var stina = Person.stina();
        stina.asks()
                .body(Map.of("name", "Norrsken", "currency", "KRO"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("currency"))
                .body("errors[0].value", equalTo("KRO"));
        stina.asks()
                .body(Map.of("name", "Norrsken", "currency", "SEK", "plan", "GOLD"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("plan"));
        stina.asks()
                .body(Map.of("name", " ", "currency", "SEK"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("name"));
        RestAssured.given().get("/api/v1/accounts").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void another_accounts_id_answers_as_an_unknown_id_does() {
        var account = Norrsken.paying(Person.stina(), Norrsken.SUCCEEDS);
        var bo = Person.bo();
        var below = List.of(
                "",
                "/rights",
                "/members",
                "/members/" + account.owner().id(),
                "/invitations",
                "/payment-methods",
                "/quote",
                "/quota",
                "/ledger",
                "/balance",
                "/invoices",
                "/invoices/1",
                "/audit");

        for (var path : below) {
            var foreign = bo.asks().get(account.path(path));
            var unknown = bo.asks().get("/api/v1/accounts/" + Ids.next() + path);
            foreign.then().statusCode(404).contentType("application/problem+json");
            assertThat(withoutInstance(foreign)).as(path).isEqualTo(withoutInstance(unknown));
        }
        var suspending = Map.of("reason", "no reason");
        assertThat(withoutInstance(bo.asks().body(suspending).post(account.path("/suspension"))))
                .isEqualTo(withoutInstance(
                        bo.asks().body(suspending).post("/api/v1/accounts/" + Ids.next() + "/suspension")));
        assertThat(withoutInstance(
                        bo.changes("\"0\"").body(Map.of("name", "Mine")).patch(account.path(""))))
                .isEqualTo(withoutInstance(
                        bo.changes("\"0\"").body(Map.of("name", "Mine")).patch("/api/v1/accounts/" + Ids.next())));
    }

    @Test
    void a_change_needs_the_version_it_is_based_on() {
        var account = Norrsken.of(Person.stina());
        var stina = account.owner();
        var etag = stina.asks().get(account.path("")).header("ETag");

        stina.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "Norrsken Film AB"))
                .patch(account.path(""))
                .then()
                .statusCode(428);
        var changed =
                stina.changes(etag).body(Map.of("vatNumber", "SE556000000001")).patch(account.path(""));
        changed.then().statusCode(200).body("vatNumber", equalTo("SE556000000001"));
        stina.changes(etag)
                .body(Map.of("name", "Norrsken Film AB"))
                .patch(account.path(""))
                .then()
                .statusCode(412);

        assertThat(changed.header("ETag")).isNotEqualTo(etag);
        assertThat(changed.header("ETag"))
                .isEqualTo(stina.asks().get(account.path("")).header("ETag"));
        stina.asks()
                .header("If-None-Match", changed.header("ETag"))
                .get(account.path(""))
                .then()
                .statusCode(304);
        stina.changes(changed.header("ETag"))
                .body("{\"vatNumber\":null}")
                .patch(account.path(""))
                .then()
                .statusCode(200)
                .body("vatNumber", nullValue())
                .body("name", equalTo("Norrsken Produktion AB"));
        stina.changes(stina.asks().get(account.path("")).header("ETag"))
                .body(Map.of("currency", "EUR"))
                .patch(account.path(""))
                .then()
                .statusCode(400);
    }

    @Test
    void only_an_operator_suspends_and_reinstates() {
        var account = Norrsken.of(Person.stina());
        var olga = Person.olga();
        account.owner()
                .asks()
                .body(Map.of("reason", "unpaid"))
                .post(account.path("/suspension"))
                .then()
                .statusCode(403);

        olga.asks()
                .body(Map.of("reason", "unpaid"))
                .post(account.path("/suspension"))
                .then()
                .statusCode(204);
        olga.asks()
                .body(Map.of("reason", "unpaid"))
                .post(account.path("/suspension"))
                .then()
                .statusCode(204);
        account.owner()
                .asks()
                .get(account.path(""))
                .then()
                .body("state", equalTo("SUSPENDED"))
                .body("allowed", not(hasItem("open-project")));
        assertThat(account.read("/rights").getBoolean("suspended")).isTrue();
        var etag = olga.asks().get(account.path("")).header("ETag");
        olga.asks()
                .header("If-Match", etag)
                .delete(account.path("/suspension"))
                .then()
                .statusCode(204);

        var heard = facts.awaits(account.id(), 4);
        assertThat(heard.get(2)).isInstanceOf(AccountSuspended.class);
        assertThat(heard.get(3)).isInstanceOf(AccountReinstated.class);
        assertThat(account.read("/audit").getList("items.action"))
                .containsExactly("account.reinstated", "account.suspended", "account.opened");
    }

    @Test
    void the_price_follows_the_currency() {
        var stina = Person.stina();
        var yen = stina.asks()
                .body(Map.of("name", "Tokyo", "currency", "JPY"))
                .post("/api/v1/accounts")
                .<String>path("id");

        assertThat(Norrsken.of(stina).read("/quote").getLong("amountMinor")).isEqualTo(490_000);
        stina.asks()
                .get("/api/v1/accounts/" + yen + "/quote")
                .then()
                .body("amountMinor", equalTo(4_900))
                .body("currency", equalTo("JPY"));
    }

    @Test
    void a_long_list_comes_in_pages() {
        var stina = Person.stina();
        var opened = new ArrayList<String>();
        for (int i = 0; i < 5; i++) opened.add(Norrsken.of(stina).id().toString());

        var read = new ArrayList<String>();
        var link = "/api/v1/accounts?limit=2";
        for (int pages = 0; pages < 3; pages++) {
            var page = stina.asks().get(link);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.id", String.class));
            link = page.path("next") == null ? null : "/api/v1/accounts?limit=2&cursor=" + page.path("next");
            if (link != null) assertThat(page.header("Link")).contains("rel=\"next\"");
        }

        assertThat(link).isNull();
        assertThat(read).containsExactlyElementsOf(opened);
        stina.asks().get("/api/v1/accounts?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void the_owner_sees_only_her_accounts() {
        var stina = Person.stina();
        var hers = Norrsken.of(stina);
        Norrsken.of(Person.ana());

        stina.asks()
                .get("/api/v1/accounts")
                .then()
                .body("items.id", containsInAnyOrder(hers.id().toString()));
    }

    /** Byte for byte, but for what names this very request. */
    private static String withoutInstance(Response response) {
        assertThat(response.statusCode()).isEqualTo(404);
        var body = response.jsonPath().<String, Object>getMap("");
        body.remove("instance");
        body.remove("traceId");
        return response.statusCode() + " " + body;
    }
}
