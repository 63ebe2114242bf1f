package dev.callboard.local.demo;

import dev.callboard.local.platform.DemoPerson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People register and prove their addresses; Stina opens the account and invites. */
final class AccountScene {
    private final Walk walk;

    AccountScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        walk.stage.scene("Account");
        var registered = new ArrayList<String>();
        for (var person : walk.people()) {
            if (!walk.gateway.signIn(person)) {
                register(person);
                registered.add(person.givenName());
            }
        }
        walk.stage.say(
                registered.isEmpty()
                        ? "everybody is known from an earlier demo and signed in"
                        : String.join(", ", registered) + " registered, verified and signed in");
        open();
        for (var row : walk.packaged.rows("account/people.csv")) {
            var rights = row.getField("account_rights");
            if (!rights.isEmpty() && !rights.equals("OWNER"))
                invite(walk.who(row.getField("given_name")), List.of(rights.split(";")));
        }
        var members = walk.gateway
                .get(walk.who("Stina"), walk.account("/members"))
                .mustBe(200)
                .json()
                .get("items");
        walk.stage.check("the account has its owner and those who accepted", members.size() == 5, members.size());
        walk.stage.say(
                "Stina opened Norrsken Produktion AB and invited Ana (plans), Eva (payroll), Fred and Arvid (read)");
    }

    private void register(DemoPerson person) {
        long begin = System.nanoTime();
        var answer = walk.gateway.post(
                null,
                "/users",
                Map.of(
                        "email",
                        person.email(),
                        "password",
                        person.password(),
                        "name",
                        person.givenName() + " " + person.familyName(),
                        "locale",
                        person.locale(),
                        "zone",
                        person.zone()));
        long answered = Walk.millisSince(begin);
        answer.mustBe(202);
        walk.stage.check(
                person.givenName() + " cannot sign in before the address is verified",
                !walk.gateway.signIn(person),
                "401");
        var mail = walk.post.await(person.email(), found -> found.text().contains("/verify#"));
        long mailed = Walk.millisSince(begin);
        var token = mail.find("/verify#([\\w-]+)");
        var verified = walk.gateway.post(null, "/users/verifications", Map.of("token", token));
        walk.stage.check(
                person.givenName() + "'s address is verified", verified.status() / 100 == 2, verified.status());
        var again = walk.gateway.post(null, "/users/verifications", Map.of("token", token));
        walk.stage.check(
                person.givenName() + "'s link works once",
                again.status() == 409 || again.status() == 410,
                again.status());
        walk.stage.check(person.givenName() + " signs in", walk.gateway.signIn(person), "signed in");
        var me = walk.gateway.get(person, "/me").mustBe(200).json();
        walk.stage.check(
                person.givenName() + "'s locale and zone are those of the file",
                me.get("locale").asText().equals(person.locale())
                        && me.get("zone").asText().equals(person.zone()),
                me.get("locale").asText() + ", " + me.get("zone").asText());
        if (person.givenName().equals("Stina")) {
            walk.stage.say("Stina registered (answer %d ms; mail %.1f s later)"
                    .formatted(answered, (mailed - answered) / 1000.0));
        }
    }

    private void open() {
        var opened = walk.gateway
                .post(
                        walk.who("Stina"),
                        "/accounts",
                        Map.of(
                                "name", "Norrsken Produktion AB",
                                "currency", "SEK",
                                "vatNumber", "559000-0000",
                                "address", "Hamnmagasinet 3, 116 30 Stockholm"))
                .mustBe(201);
        walk.accountId = opened.json().get("id").asText();
        var foreign = walk.gateway.get(walk.who("Bo"), walk.account(""));
        var unknown = walk.gateway.get(walk.who("Bo"), "/accounts/00000000-0000-7000-8000-000000000000");
        walk.stage.check(
                "somebody else's account is as unknown as one that does not exist",
                foreign.status() == 404
                        && foreign.json().get("detail").equals(unknown.json().get("detail")),
                foreign.status());
    }

    private void invite(DemoPerson person, List<String> rights) {
        walk.gateway
                .post(walk.who("Stina"), walk.account("/members"), Map.of("email", person.email(), "rights", rights))
                .mustBe(201);
        var mail = walk.post.await(
                person.email(), found -> found.text().contains(walk.accountId + "/members/acceptances#"));
        var token = mail.find("/members/acceptances#([\\w-]+)");
        var accepted = walk.gateway.post(person, walk.account("/members/acceptances"), Map.of("token", token));
        walk.stage.check(
                person.givenName() + " accepted the invitation", accepted.status() / 100 == 2, accepted.status());
    }
}
