package dev.callboard.acceptance.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was worked is written on time cards, argued about and approved. */
final class WorkScene {
    private final Story story;
    private final Actor ana;

    WorkScene(Story story) {
        this.story = story;
        this.ana = story.ana;
    }

    void play() {
        var cards = story.project("/time-cards");
        ana.post(cards, Map.of("date", story.shootingDay().toString()));
        var ofWhom = new HashMap<String, String>();
        for (var card : ana.get(cards).json().get("items"))
            ofWhom.put(
                    card.get("crewEntryId").asText(),
                    "/time-cards/" + card.get("id").asText());
        var zoes = ofWhom.get(story.zoe);
        var bos = ofWhom.get(story.bosEntry);
        story.bo.get("/me/time-cards");

        ana.postIsRefused(409, zoes + "/approval", null);
        ana.postIsRefused(409, cards + "/approvals", Map.of("timeCards", List.of(id(zoes))));
        ana.get(zoes);
        ana.patch(zoes, Map.of("note", "The second truck was late"));
        ana.post(zoes + "/submission", null);
        ana.changeIsRefused(409, "PATCH", zoes, zoes, Map.of("note", "Very late"));
        ana.postIsRefused(409, zoes + "/submission", null);
        ana.post(zoes + "/dispute", Map.of("comment", "The wrap was at 19:00"));
        ana.post(zoes + "/submission", null);
        ana.post(zoes + "/approval", null);

        ana.patch(bos, Map.of("wrap", story.shootingDay() + "T19:00"));
        ana.post(bos + "/submission", null);
        ana.postIsRefused(409, bos + "/approval", null);
        ana.patch("/crew/" + story.bosEntry, Map.of("employeeNo", "E1"));
        ana.post(cards + "/approvals", Map.of("timeCards", List.of(id(bos))));
        story.zoesCard = zoes;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
