package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A declined card leaves the project refused with everything that was entered; a second card opens it. */
final class ProjectScene {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Walk walk;

    ProjectScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        walk.stage.scene("Project");
        var stina = walk.who("Stina");
        var ana = walk.who("Ana");
        card("4000 0000 0000 0002");
        var asked = walk.gateway
                .post(
                        ana,
                        "/projects",
                        Map.of(
                                "accountId", walk.accountId,
                                "name", "The Salt Road",
                                "goal", "A feature film in three countries, delivered in 2028",
                                "zone", "Europe/Stockholm"))
                .mustBe(202);
        walk.projectId = asked.json().get("id").asText();
        var declined = asked.json().get("opening").asText();
        walk.stage.check("the answer links to its saga", asked.header("Link").contains(declined), asked.header("Link"));

        var refused = state("REFUSED");
        walk.stage.checkEquals(
                "the card was declined",
                "card_declined",
                refused.at("/refusal/reason").asText());
        walk.stage.checkEquals(
                "what was entered is kept",
                "A feature film in three countries, delivered in 2028",
                refused.get("goal").asText());
        var before =
                walk.gateway.get(stina, walk.account("/balance")).mustBe(200).json();
        walk.stage.checkEquals(
                "nothing stays reserved", 0L, before.get("heldMinor").asLong());

        card("4242 4242 4242 4242");
        long begin = System.nanoTime();
        var again = walk.gateway.post(ana, walk.project("/opening"), null).mustBe(202);
        state("OPEN");
        long millis = Walk.millisSince(begin);
        var opened = again.json().get("opening").asText();
        var after = Pause.forValue(
                "the hold is captured",
                PATIENCE,
                () -> walk.gateway
                        .get(stina, walk.account("/balance"))
                        .mustBe(200)
                        .json(),
                balance -> balance.get("heldMinor").asLong() == 0
                        && balance.get("chargedMinor").asLong() > 0);
        walk.stage.checkEquals("the ledger balances", 0L, after.get("sumMinor").asLong());
        walk.stage.say(
                "card declined → REFUSED, 0 held, nothing lost · second card → OPEN %d ms · %s SEK charged, ledger balances"
                        .formatted(millis, Walk.money(after.get("chargedMinor").asLong())));
        walk.out.put(
                "sagas.json",
                "two sagas with their steps: one refused, one completed",
                sagas(List.of(declined, opened)));
    }

    private void card(String number) {
        walk.gateway
                .post(
                        walk.who("Stina"),
                        walk.account("/payment-methods"),
                        Map.of("number", number, "expMonth", 12, "expYear", 2031, "cvc", "123", "default", true))
                .mustBe(201);
    }

    private JsonNode state(String wanted) {
        return Pause.forValue(
                "the project is " + wanted,
                PATIENCE,
                () -> walk.gateway
                        .get(walk.who("Ana"), walk.project(""))
                        .mustBe(200)
                        .json(),
                project -> project.get("state").asText().equals(wanted));
    }

    private String sagas(List<String> ids) {
        var array = Gateway.JSON.createArrayNode();
        ids.forEach(id -> array.add(
                walk.gateway.get(walk.who("Ana"), "/sagas/" + id).mustBe(200).json()));
        return array.toPrettyString();
    }
}
