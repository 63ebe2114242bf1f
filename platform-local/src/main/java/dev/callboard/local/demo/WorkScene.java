package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The night is worked, across the clock change; time cards are filled, submitted, disputed and approved. */
final class WorkScene {
    private static final String WRAP = "2027-10-31T05:00:00Z";
    private static final long ELEVEN_HOURS = 11 * 60;

    private final Walk walk;

    WorkScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        walk.stage.scene("Work");
        var ana = walk.who("Ana");
        walk.clock("2027-10-30T19:55:00+02:00");
        var calls = walk.items(ana, walk.project("/calls?date=" + CallScene.NIGHT));
        String missing = null;
        for (var call : calls) {
            if (!call.at("/answer/state").asText().equals("ACKNOWLEDGED")) continue;
            var id = call.get("id").asText();
            if (missing == null && call.get("roles").toString().contains("background")) {
                missing = id;
                continue;
            }
            walk.gateway.post(ana, "/calls/" + id + "/arrival", null).mustBe(200);
        }
        walk.clock("2027-10-31T06:00:00+01:00");
        walk.gateway.post(ana, "/calls/" + missing + "/no-show", null).mustBe(200);
        for (var call : walk.items(ana, walk.project("/calls?date=" + CallScene.NIGHT + "&attendance=ARRIVED"))) {
            walk.gateway
                    .post(ana, "/calls/" + call.get("id").asText() + "/wrap", Map.of("at", WRAP))
                    .mustBe(200);
        }
        cards();
    }

    private void cards() {
        var ana = walk.who("Ana");
        var cards = walk.items(ana, walk.project("/time-cards?date=" + CallScene.NIGHT));
        var night = cards.stream()
                .filter(card -> card.get("start").asText().startsWith("2027-10-30T20:00"))
                .toList();
        walk.stage.check(
                "20:00 to 06:00 is eleven hours in the night of the clock change",
                !night.isEmpty()
                        && night.stream()
                                .allMatch(card -> card.get("elapsedMinutes").asLong() == ELEVEN_HOURS),
                night.isEmpty() ? "no card" : night.getFirst().get("elapsedMinutes"));
        walk.stage.checkEquals(
                "a meal of an hour is taken off",
                ELEVEN_HOURS - 60,
                night.getFirst().get("workedMinutes").asLong());

        for (var card : cards)
            walk.gateway
                    .post(ana, "/time-cards/" + id(card) + "/submission", null)
                    .mustBe(200);
        var disputed = cards.getLast();
        walk.gateway
                .post(
                        ana,
                        "/time-cards/" + id(disputed) + "/dispute",
                        Map.of("comment", "The wrap was 05:30 for the second truck"))
                .mustBe(200);
        var approved = new ArrayList<String>();
        for (var card : cards) if (card != disputed) approved.add(id(card));
        var answer = walk.gateway
                .post(ana, walk.project("/time-cards/approvals"), Map.of("timeCards", approved))
                .mustBe(200)
                .json();
        walk.stage.checkEquals(
                "all cards but the disputed one are approved",
                approved.size(),
                answer.get("approved").asInt());
        var again = walk.gateway.post(ana, "/time-cards/" + approved.getFirst() + "/approval", null);
        walk.stage.check(
                "an approved card is not approved twice",
                again.status() == 409 || again.status() == 200,
                again.status());
        summary(cards, approved);
    }

    private void summary(List<JsonNode> cards, List<String> approved) {
        walk.stage.say(
                "clock Sun 31 Oct 06:00 · night 20:00–06:00 = 11 h elapsed, 1 h meal, 10 h paid · %d cards approved, 1 no-show, %d disputed"
                        .formatted(approved.size(), cards.size() - approved.size()));
    }

    private static String id(JsonNode card) {
        return card.get("id").asText();
    }
}
