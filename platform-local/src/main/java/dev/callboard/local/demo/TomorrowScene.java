package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A pick-up day is called for tomorrow and some have not answered yet: what whoever tries the platform then finds. */
final class TomorrowScene {
    private static final String DAY = "2027-11-20";

    /** One of each: who holds the role first comes. */
    private static final List<String> ROLES = List.of(
            "director",
            "1st AD",
            "script supervisor",
            "director of photography",
            "1st AC",
            "key grip",
            "dolly grip",
            "gaffer",
            "sound mixer",
            "prop master",
            "standby painter",
            "unit medic");

    private static final String NOT_NEEDED = "standby painter";
    private static final List<String> SILENT = List.of("dolly grip", "gaffer", "prop master");

    private final Walk walk;

    TomorrowScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        walk.stage.scene("Tomorrow");
        plan();
        book();
        var called = published();
        withdrawn(called);
        answered(called);
        silent();
    }

    private void plan() {
        var ana = walk.who("Ana");
        var studio = walk.items(ana, walk.project("/locations")).stream()
                .filter(location -> location.get("name").asText().equals("Studio 2 Frihamnen"))
                .findFirst()
                .orElseThrow(() -> new Stage.Failed("no Studio 2 Frihamnen"));
        walk.gateway
                .post(
                        ana,
                        walk.project("/activities"),
                        Map.of(
                                "title",
                                "Pick-up: the lamp goes out",
                                "locationId",
                                studio.get("id").asText(),
                                "start",
                                DAY + "T13:30",
                                "durationMinutes",
                                240,
                                "roles",
                                ROLES.stream()
                                        .map(role -> Map.of("role", role, "count", 1))
                                        .toList()))
                .mustBe(201);
        walk.gateway
                .change(
                        ana,
                        "PATCH",
                        walk.project("/days/" + DAY),
                        Map.of("generalCall", "13:00", "estimatedWrap", "18:00", "wrapsNextDay", false))
                .mustBe(200);
        walk.gateway
                .changeAt(ana, "POST", walk.project("/plan"), walk.project("/plan/publication"), Map.of())
                .mustBe(200);
    }

    private void book() {
        var ana = walk.who("Ana");
        var crew = walk.items(ana, walk.project("/crew"));
        var bookings = new ArrayList<Map<String, Object>>();
        for (var role : ROLES) bookings.add(booking(first(crew, role), role));
        walk.gateway
                .post(ana, walk.project("/bookings/batch"), Map.of("items", bookings))
                .mustBe(201);
        walk.gateway
                .post(ana, walk.project("/summoning-plan/role-calls/from-activities"), null)
                .mustBe(200);
    }

    private static Map<String, Object> booking(JsonNode entry, String role) {
        return Map.of("crewEntryId", entry.get("id").asText(), "role", role, "from", DAY, "to", DAY);
    }

    private static JsonNode first(List<JsonNode> crew, String role) {
        for (var entry : crew)
            for (var held : entry.get("roles")) if (held.asText().equals(role)) return entry;
        throw new Stage.Failed("nobody on the crew list is " + role);
    }

    private List<JsonNode> published() {
        var published = walk.gateway
                .changeAt(
                        walk.who("Ana"),
                        "POST",
                        walk.project("/summoning-plan"),
                        walk.project("/summoning-plan/publication"),
                        Map.of("dates", List.of(DAY)))
                .mustBe(200)
                .json();
        walk.stage.checkEquals(
                "everybody of the pick-up is called",
                ROLES.size(),
                published.get("called").asInt());
        return calls("");
    }

    /** The wall is dry: Åsa need not come, and her calendar forgets it. */
    private void withdrawn(List<JsonNode> called) {
        var call = of(called, NOT_NEEDED);
        walk.gateway
                .post(
                        walk.who("Ana"),
                        "/calls/" + call.get("id").asText() + "/withdrawal",
                        Map.of("reason", "The wall is dry"))
                .mustBe(200);
        var mail = walk.post.await(
                email(call), found -> found.calendar().orElse("").contains("METHOD:CANCEL"));
        walk.out.put("invitation-cancel.ics", mail.subject(), mail.calendar().orElseThrow());
    }

    private void answered(List<JsonNode> called) {
        for (var call : called) {
            var role = call.get("roles").toString();
            if (role.contains(NOT_NEEDED) || SILENT.stream().anyMatch(role::contains)) continue;
            var mail = walk.post.await(email(call), found -> found.subject().startsWith("Call Sat 20 Nov"));
            var link = mail.find("(/a/[\\w.~-]+)").replaceFirst("^/a/", "/api/v1/answers/");
            walk.gateway.post(null, link, Map.of("answer", "ACKNOWLEDGED")).mustBe(200);
        }
    }

    private void silent() {
        var names = new TreeSet<String>();
        calls("&answer=PENDING").forEach(call -> names.add(name(call)));
        walk.stage.checkEquals("who has not answered for tomorrow is known", SILENT.size(), names.size());
        walk.stage.check("Bo has not", names.contains("Bo Nyström"), names);
        var mine = walk.items(walk.who("Bo"), "/me/calls");
        walk.stage.checkEquals("Bo's telephone shows one call ahead", 1, mine.size());
        walk.stage.say("Sat 20 Nov, a pick-up: %d called, 1 withdrawn, %d have answered · not yet: %s"
                .formatted(ROLES.size(), ROLES.size() - 1 - names.size(), String.join(", ", names)));
    }

    private List<JsonNode> calls(String filter) {
        return walk.items(walk.who("Ana"), walk.project("/calls?date=" + DAY + filter));
    }

    private static JsonNode of(List<JsonNode> calls, String role) {
        return calls.stream()
                .filter(call -> call.get("roles").toString().contains(role))
                .findFirst()
                .orElseThrow(() -> new Stage.Failed("no " + role + " is called"));
    }

    private String email(JsonNode call) {
        return walk.packaged.email(name(call));
    }

    private static String name(JsonNode call) {
        return call.at("/person/name").asText();
    }
}
