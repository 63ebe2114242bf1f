package dev.callboard.account.invitation;

import dev.callboard.account.Norrsken;
import dev.callboard.account.Person;
import dev.callboard.account.fiscal.AccountFactsFeed;
import dev.callboard.contracts.account.AccountFact.MemberRemoved;
import dev.callboard.contracts.account.AccountFact.MemberRightsGranted;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.contracts.user.UserFact.UserErased;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static dev.callboard.contracts.Topics.USER_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class MembersTest {
    @Inject
    AccountFactsFeed facts;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Test
    void an_invited_person_becomes_a_member_when_she_accepts() {
        var account = Norrsken.of(Person.stina());
        var ana = Person.ana();
        invite(account, ana, "PLANNER").then().statusCode(201).body("state", equalTo("PENDING"));
        ana.asks().get(account.path("")).then().statusCode(404);

        var mail = Mailbox.of(ana.email()).awaitsOne();
        assertThat(mail.subject()).isEqualTo("Stina invites you to Norrsken Produktion AB");
        accept(account, ana, tokenOf(mail.link())).then().statusCode(200).body("rights", hasItem("PLANNER"));

        ana.asks().get(account.path("")).then().statusCode(200).body("allowed", equalTo(List.of("open-project")));
        assertThat(account.read("/members").getList("items.email")).contains(ana.email());
        assertThat(facts.awaits(account.id(), 3).get(2)).isInstanceOfSatisfying(MemberRightsGranted.class, granted -> {
            assertThat(granted.userId()).isEqualTo(ana.id());
            assertThat(granted.rights()).isEqualTo(Set.of(AccountRight.PLANNER));
        });
    }

    @Test
    void the_link_leads_to_a_page_that_holds_no_data() {
        var account = Norrsken.of(Person.stina());
        var ana = Person.ana();
        invite(account, ana, "VIEWER");
        var link = Mailbox.of(ana.email()).awaitsOne().link();

        var page = RestAssured.given().get(link.substring(link.indexOf("/api/v1"), link.indexOf('#')));

        page.then().statusCode(200).contentType("text/html").header("Referrer-Policy", "no-referrer");
        assertThat(page.asString()).doesNotContain(tokenOf(link)).doesNotContain("Norrsken");
    }

    @Test
    void an_invitation_is_for_its_address_alone_and_works_once() {
        var account = Norrsken.of(Person.stina());
        var eva = Person.eva();
        var bo = Person.bo();
        invite(account, eva, "PAYROLL");
        var token = tokenOf(Mailbox.of(eva.email()).awaitsOne().link());

        accept(account, bo, token).then().statusCode(403).body("type", equalTo("/problems/invitation-is-anothers"));
        accept(account, eva, "x" + token).then().statusCode(404);
        accept(Norrsken.of(Person.stina()), eva, token).then().statusCode(404);
        accept(account, eva, token).then().statusCode(200);
        accept(account, eva, token).then().statusCode(200); // pressed twice
        removeMember(account, eva);
        accept(account, eva, token).then().statusCode(410);
    }

    @Test
    void a_new_invitation_replaces_the_earlier_one_and_an_old_one_expires() {
        var account = Norrsken.of(Person.stina());
        var eva = Person.eva();
        invite(account, eva, "VIEWER").then().statusCode(201);
        var first = tokenOf(Mailbox.of(eva.email()).awaitsOne().link());
        invite(account, eva, "PAYROLL").then().statusCode(201);
        var second = tokenOf(Mailbox.of(eva.email()).awaits(2).get(1).link());

        accept(account, eva, first).then().statusCode(410).body("type", equalTo("/problems/invitation-used"));
        database.update("update invitation set expires_at = created_at where account_id = ?", account.id());
        accept(account, eva, second).then().statusCode(410).body("type", equalTo("/problems/invitation-expired"));
        assertThat(account.read("/members").getList("items")).hasSize(1);
    }

    @Test
    void a_withdrawn_invitation_no_longer_works() {
        var account = Norrsken.of(Person.stina());
        var bo = Person.bo();
        var invited = invite(account, bo, "VIEWER");
        var token = tokenOf(Mailbox.of(bo.email()).awaitsOne().link());

        account.owner().asks().delete(invited.header("Location")).then().statusCode(428);
        account.owner()
                .asks()
                .header("If-Match", invited.header("ETag"))
                .delete(invited.header("Location"))
                .then()
                .statusCode(204);

        accept(account, bo, token).then().statusCode(410);
        assertThat(account.read("/invitations").getList("items")).isEmpty();
    }

    @Test
    void rights_are_changed_by_the_owner_against_a_version() {
        var account = Norrsken.of(Person.stina());
        var ana = member(account, Person.ana(), "PLANNER");
        var path = account.path("/members/" + ana.id());
        var etag = account.owner().asks().get(path).header("ETag");

        ana.changes(etag)
                .body(Map.of("rights", List.of("BILLING")))
                .patch(path)
                .then()
                .statusCode(403);
        account.owner()
                .changes(etag)
                .body(Map.of("rights", List.of("OWNER")))
                .patch(path)
                .then()
                .statusCode(422);
        account.owner()
                .changes(etag)
                .body(Map.of("rights", List.of()))
                .patch(path)
                .then()
                .statusCode(400);
        account.owner()
                .changes(etag)
                .body(Map.of("rights", List.of("BILLING", "VIEWER")))
                .patch(path)
                .then()
                .statusCode(200)
                .body("rights", hasItems("BILLING", "VIEWER"));
        account.owner()
                .changes(etag)
                .body(Map.of("rights", List.of("PAYROLL")))
                .patch(path)
                .then()
                .statusCode(412);

        ana.asks().get(account.path("/balance")).then().statusCode(200);
        ana.asks().get(account.path("/audit")).then().statusCode(403);
        assertThat(((MemberRightsGranted) facts.awaits(account.id(), 4).get(3)).membershipVersion())
                .isEqualTo(2);
    }

    @Test
    void the_owner_stays_until_the_account_is_given_to_another_member() {
        var account = Norrsken.of(Person.stina());
        var stina = account.owner();
        var ana = member(account, Person.ana(), "PLANNER");
        var own = account.path("/members/" + stina.id());
        var ownTag = stina.asks().get(own).header("ETag");
        stina.asks().header("If-Match", ownTag).delete(own).then().statusCode(409);
        stina.changes(ownTag)
                .body(Map.of("rights", List.of("VIEWER")))
                .patch(own)
                .then()
                .statusCode(409);

        var etag = stina.asks().get(account.path("")).header("ETag");
        stina.asks()
                .header("If-Match", etag)
                .body(Map.of("userId", Person.bo().id().toString()))
                .put(account.path("/owner"))
                .then()
                .statusCode(422);
        stina.asks()
                .header("If-Match", etag)
                .body(Map.of("userId", ana.id().toString()))
                .put(account.path("/owner"))
                .then()
                .statusCode(200)
                .body("ownerUserId", equalTo(ana.id().toString()));

        stina.asks().get(account.path("/audit")).then().statusCode(403);
        ana.asks().get(account.path("/audit")).then().statusCode(200).body("items[0].action", equalTo("owner.changed"));
        var later = facts.awaits(account.id(), 5);
        assertThat(((MemberRightsGranted) later.get(3)).rights()).isEqualTo(Set.of(AccountRight.OWNER));
        assertThat(((MemberRightsGranted) later.get(4)).rights())
                .doesNotContain(AccountRight.OWNER)
                .hasSize(4);
    }

    @Test
    void a_member_may_leave_and_an_erased_person_is_forgotten() {
        var account = Norrsken.of(Person.stina());
        var ana = member(account, Person.ana(), "PLANNER");
        var eva = member(account, Person.eva(), "PAYROLL");
        var path = account.path("/members/" + ana.id());
        ana.asks()
                .header("If-Match", ana.asks().get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        ana.asks().get(account.path("")).then().statusCode(404);

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(USER_EVENTS, eva.id(), new UserErased(eva.id(), Instant.EPOCH)));

        assertThat(facts.awaits(account.id(), 6).get(5))
                .isInstanceOfSatisfying(MemberRemoved.class, removed -> assertThat(removed.userId())
                        .isEqualTo(eva.id()));
        assertThat(database.list(
                        "select 1 from membership where user_id = ? and (email is not null or name is not null)",
                        row -> row.getInt(1),
                        eva.id()))
                .isEmpty();
    }

    @Test
    void the_token_itself_is_nowhere_in_the_database() {
        var account = Norrsken.of(Person.stina());
        var eva = Person.eva();
        invite(account, eva, "VIEWER");
        var token = tokenOf(Mailbox.of(eva.email()).awaitsOne().link());

        var stored = database.first(
                        "select invitation::text from invitation where account_id = ?",
                        row -> row.getString(1),
                        account.id())
                .orElseThrow();
        assertThat(stored).doesNotContain(token);
    }

    private static Person member(Norrsken account, Person person, String right) {
        invite(account, person, right).then().statusCode(201);
        accept(account, person, tokenOf(Mailbox.of(person.email()).awaitsOne().link()))
                .then()
                .statusCode(200);
        return person;
    }

    private static void removeMember(Norrsken account, Person person) {
        var path = account.path("/members/" + person.id());
        account.owner()
                .asks()
                .header("If-Match", account.owner().asks().get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
    }

    private static Response invite(Norrsken account, Person person, String right) {
        return account.owner()
                .asks()
                .body(Map.of("email", person.email(), "rights", List.of(right)))
                .post(account.path("/members"));
    }

    private static Response accept(Norrsken account, Person person, String token) {
        return person.asks().body(Map.of("token", token)).post(account.path("/members/acceptances"));
    }

    private static String tokenOf(String link) {
        return link.substring(link.indexOf('#') + 1);
    }
}
