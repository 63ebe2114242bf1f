package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What no plan knows and Ana says before the night is called: who eats what, who is fetched when, and the weather. */
final class DaySheet {
    /** Of each role that is called, the first who holds it. */
    private static final Map<String, String> DIETS = Map.of(
            "director of photography", "vegetarian",
            "boom operator", "vegetarian",
            "unit medic", "vegetarian",
            "gaffer", "vegan",
            "set dresser", "vegan",
            "key grip", "gluten-free",
            "prop master", "nut allergy");

    /** The first two of each are called to the night; the third lead has number 3. */
    private static final Map<String, List<String>> CAST_NUMBERS =
            Map.of("lead actor", List.of("1", "2"), "supporting actor", List.of("4", "5"));

    private final Walk walk;

    DaySheet(Walk walk) {
        this.walk = walk;
    }

    void enter() {
        var crew = walk.items(walk.who("Ana"), walk.project("/crew"));
        new TreeMap<>(DIETS).forEach((role, diet) -> change(holders(crew, role).getFirst(), Map.of("diet", diet)));
        var cast = new HashMap<String, String>();
        new TreeMap<>(CAST_NUMBERS).forEach((role, numbers) -> {
            var holders = holders(crew, role);
            for (int at = 0; at < numbers.size(); at++) {
                change(holders.get(at), Map.of("castNumber", numbers.get(at)));
                cast.put(numbers.get(at), holders.get(at).get("id").asText());
            }
        });
        ofTheNight(Map.of(
                "weather",
                weather(
                        "6 to 2 °C, light rain until 23:00, wind 7 m/s from north-east",
                        Instant.parse("2027-10-28T16:30:00Z")),
                "transport",
                List.of(
                        Map.of(
                                "at", "17:15",
                                "from", "Hotel Saltsjö",
                                "to", "base",
                                "who", "Cast 1, 2",
                                "vehicle", "Cast car 1"),
                        minibus("19:15", false, "Södra station", "base"),
                        minibus("06:15", true, "Base", "Södra station")),
                "castTimes",
                List.of(
                        times(cast.get("1"), "17:15", "18:00"),
                        times(cast.get("2"), "17:15", "18:30"),
                        times(cast.get("4"), "18:00", "19:00"),
                        Map.of("crewEntryId", cast.get("5"), "makeUp", "19:15")),
                "holding",
                "Gate B"));
    }

    /** The wind turns after the first sheets went out: nobody is called again for it, and the next sheets mark it. */
    void weatherTurned() {
        ofTheNight(Map.of("weather", weather("4 to 1 °C, dry from 21:00", walk.now())));
    }

    private void ofTheNight(Map<String, ?> change) {
        walk.gateway
                .change(walk.who("Ana"), "PATCH", walk.project("/days/" + CallScene.NIGHT), change)
                .mustBe(200);
    }

    private static Map<String, String> weather(String words, Instant enteredAt) {
        return Map.of("words", words, "source", "harbour office", "enteredAt", enteredAt.toString());
    }

    private void change(JsonNode entry, Map<String, String> change) {
        walk.gateway
                .change(walk.who("Ana"), "PATCH", "/crew/" + entry.get("id").asText(), change)
                .mustBe(200);
    }

    private static Map<String, Object> minibus(String at, boolean nextDay, String from, String to) {
        return Map.of("at", at, "nextDay", nextDay, "from", from, "to", to, "vehicle", "Minibus 1, 2");
    }

    private static Map<String, Object> times(String crewEntryId, String pickup, String makeUp) {
        return Map.of("crewEntryId", crewEntryId, "pickup", pickup, "makeUp", makeUp);
    }

    /** In the order of the crew list: who comes first is called first. */
    private static List<JsonNode> holders(List<JsonNode> crew, String role) {
        var holders = new ArrayList<JsonNode>();
        for (var entry : crew)
            for (var held : entry.get("roles")) if (held.asText().equals(role)) holders.add(entry);
        if (holders.isEmpty()) throw new Stage.Failed("nobody on the crew list is " + role);
        return holders;
    }
}
