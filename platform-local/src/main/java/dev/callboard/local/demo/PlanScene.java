package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ana enters the production: crew with three bad rows, a studio booked twice, a rest too short. All three are found. */
final class PlanScene {
    private static final int BATCH = 1000;

    private final Walk walk;
    private final Map<String, String> unitIds = new HashMap<>();

    PlanScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        walk.stage.scene("Plan");
        unitsAndRoles();
        crew();
        places();
        days();
        doubleBooking();
        bookings();
        rest();
    }

    private void unitsAndRoles() {
        var ana = walk.who("Ana");
        for (var unit : items("/units"))
            unitIds.put(unit.get("name").asText(), unit.get("id").asText());
        for (var row : walk.packaged.rows("salt-road/units.csv")) {
            unitIds.computeIfAbsent(row.getField("name"), name -> walk.gateway
                    .post(ana, walk.project("/units"), Map.of("name", name))
                    .mustBe(201)
                    .json()
                    .get("id")
                    .asText());
        }
        for (var row : walk.packaged.rows("salt-road/departments.csv")) {
            walk.gateway
                    .post(
                            ana,
                            walk.project("/departments"),
                            Map.of(
                                    "name", row.getField("name"),
                                    "contact", row.getField("contact"),
                                    "kind", row.getField("kind")))
                    .mustBe(201);
        }
        for (var row : walk.packaged.rows("salt-road/roles.csv")) {
            var certificates = row.getField("certificates");
            walk.gateway
                    .post(
                            ana,
                            walk.project("/roles"),
                            Map.of(
                                    "name", row.getField("name"),
                                    "shortName", row.getField("short_name"),
                                    "certificates",
                                            certificates.isEmpty() ? List.of() : List.of(certificates.split(";"))))
                    .mustBe(201);
        }
    }

    private void crew() {
        var ana = walk.who("Ana");
        var bad = walk.gateway.csv(
                ana, walk.project("/crew/import"), walk.packaged.file("salt-road/crew-with-3-bad-rows.csv"));
        walk.stage.check(
                "the import with bad rows is refused", bad.status() == 400 || bad.status() == 422, bad.status());
        var errors = bad.json().get("errors");
        var planted = walk.packaged.planted("salt-road/crew-with-3-bad-rows.csv");
        walk.stage.checkEquals("every bad row is named, and no other", planted.size(), errors.size());
        for (int at = 0; at < planted.size(); at++) {
            var row = planted.get(at);
            var error = errors.get(at);
            walk.stage.check(
                    "line " + row.getField("line") + ", " + row.getField("column") + " is named",
                    error.get("line").asText().equals(row.getField("line"))
                            && error.get("column").asText().equals(row.getField("column")),
                    error);
        }
        walk.stage.checkEquals("nothing was imported", 0, items("/crew").size());
        var first = errors.get(0);
        var imported = walk.gateway.csv(ana, walk.project("/crew/import"), walk.packaged.file("salt-road/crew.csv"));
        walk.stage.check("the mended file is imported", imported.status() / 100 == 2, imported.text());
        walk.stage.checkEquals(
                "240 people are on the crew list", 240, items("/crew").size());
        walk.stage.say("3 bad rows of 240 refused, nothing imported: line %s %s “%s” expected %s · mended → 240"
                .formatted(
                        first.get("line").asText(),
                        first.get("column").asText(),
                        first.path("value").asText(),
                        first.get("expected").asText()));
        heads();
    }

    private void heads() {
        var byEmail = new HashMap<String, String>();
        for (var entry : items("/crew"))
            byEmail.put(entry.get("email").asText(), entry.get("id").asText());
        for (var department : items("/departments")) {
            var row = walk.packaged.rows("salt-road/departments.csv").stream()
                    .filter(candidate -> candidate
                            .getField("name")
                            .equals(department.get("name").asText()))
                    .findFirst();
            if (row.isEmpty()) continue;
            var change = new HashMap<String, Object>();
            put(change, "headId", byEmail.get(row.get().getField("head")));
            put(change, "deputyId", byEmail.get(row.get().getField("deputy")));
            if (!change.isEmpty()) {
                walk.gateway
                        .change(
                                walk.who("Ana"),
                                "PATCH",
                                walk.project(
                                        "/departments/" + department.get("id").asText()),
                                change)
                        .mustBe(200);
            }
        }
    }

    private static void put(Map<String, Object> change, String key, Object value) {
        if (value != null) change.put(key, value);
    }

    private void places() {
        var ana = walk.who("Ana");
        var locations =
                walk.gateway.csv(ana, walk.project("/locations/import"), walk.packaged.file("salt-road/locations.csv"));
        walk.stage.check(
                "12 locations are imported",
                locations.status() / 100 == 2 && items("/locations").size() == 12,
                locations.text());
        var activities = walk.gateway.csv(
                ana, walk.project("/activities/import"), walk.packaged.file("salt-road/activities.csv"));
        walk.stage.check(
                "60 activities are imported",
                activities.status() / 100 == 2 && items("/activities").size() == 60,
                activities.text());
    }

    private void days() {
        for (var row : walk.packaged.rows("salt-road/days.csv")) {
            var day = new HashMap<String, Object>();
            day.put("generalCall", row.getField("general_call"));
            day.put("estimatedWrap", row.getField("estimated_wrap"));
            day.put("wrapsNextDay", Boolean.valueOf(row.getField("wraps_next_day")));
            day.put("meals", meals(row));
            put(day, "notes", row.getField("notes").isEmpty() ? null : row.getField("notes"));
            var path = walk.project("/days/" + row.getField("date") + "?unit=" + unitIds.get(row.getField("unit")));
            walk.gateway.change(walk.who("Ana"), "PATCH", path, day).mustBe(200);
        }
    }

    /** {@code 12:30-13:30 unit base}, several by a semicolon. */
    private static List<Map<String, Object>> meals(NamedCsvRecord row) {
        var meals = new ArrayList<Map<String, Object>>();
        for (var meal : row.getField("meals").split(";")) {
            if (meal.isBlank()) continue;
            var parts = meal.strip().split(" ", 2);
            var times = parts[0].split("-");
            var from = java.time.LocalTime.parse(times[0]);
            var to = java.time.LocalTime.parse(times[1]);
            long minutes = Math.floorMod(java.time.Duration.between(from, to).toMinutes(), 24 * 60);
            meals.add(
                    Map.of("name", meals.isEmpty() ? "first meal" : "second meal", "at", times[0], "minutes", minutes));
        }
        return meals;
    }

    private void doubleBooking() {
        var ana = walk.who("Ana");
        var conflicts =
                walk.gateway.get(ana, walk.project("/plan")).mustBe(200).json().get("conflicts");
        walk.stage.checkEquals("the studio that is booked twice is found", 1, conflicts.size());
        var numbers = List.of(
                conflicts.get(0).at("/first/number").asText(),
                conflicts.get(0).at("/second/number").asText());
        walk.stage.check("it is activities 21 and 23", numbers.containsAll(List.of("21", "23")), numbers);
        var refused =
                walk.gateway.changeAt(ana, "POST", walk.project("/plan"), walk.project("/plan/publication"), Map.of());
        walk.stage.check("a plan with a double booking is not published", refused.status() == 409, refused.status());
        move("23", "2027-10-27T18:00");
        walk.gateway
                .changeAt(ana, "POST", walk.project("/plan"), walk.project("/plan/publication"), Map.of())
                .mustBe(200);
    }

    private void bookings() {
        var bookings = new ArrayList<Map<String, Object>>();
        for (var entry : items("/crew")) {
            for (var role : entry.get("roles")) {
                bookings.add(Map.of(
                        "crewEntryId",
                        entry.get("id").asText(),
                        "role",
                        role.asText(),
                        "from",
                        "2027-10-18",
                        "to",
                        "2027-11-06"));
            }
        }
        for (int from = 0; from < bookings.size(); from += BATCH) {
            var batch = bookings.subList(from, Math.min(from + BATCH, bookings.size()));
            walk.gateway
                    .post(walk.who("Ana"), walk.project("/bookings/batch"), Map.of("items", batch))
                    .mustBe(201);
        }
        roleCalls();
    }

    private void roleCalls() {
        var ana = walk.who("Ana");
        walk.gateway
                .post(ana, walk.project("/summoning-plan/role-calls/from-activities"), null)
                .mustBe(200);
        var numbers = new HashMap<String, String>();
        for (var activity : items("/activities"))
            numbers.put(activity.get("id").asText(), activity.get("number").asText());
        var roleCalls = items("/summoning-plan/role-calls");
        for (var row : walk.packaged.rows("salt-road/role-calls.csv")) {
            for (var roleCall : roleCalls) {
                boolean meant = numbers.get(roleCall.get("activityId").asText()).equals(row.getField("activity"))
                        && roleCall.get("role").asText().equals(row.getField("role"));
                if (!meant) continue;
                walk.gateway
                        .change(
                                ana,
                                "PATCH",
                                walk.project("/summoning-plan/role-calls/"
                                        + roleCall.get("id").asText()),
                                Map.of(
                                        "callOffsetMinutes", Integer.valueOf(row.getField("call_offset_minutes")),
                                        "leadMinutes", Integer.valueOf(row.getField("lead_minutes"))))
                        .mustBe(200);
            }
        }
    }

    private void rest() {
        var dates = List.of("2027-10-30", "2027-10-31");
        var before = preview(dates);
        var violations = violations(before, "Zoë Müller");
        walk.stage.check(
                "the preview finds that Zoë Müller would rest 8 h 30",
                !violations.isEmpty() && violations.getFirst().contains("8 h 30"),
                before.get("violations"));
        move("54", "2027-10-31T17:00");
        walk.gateway
                .change(
                        walk.who("Ana"),
                        "PATCH",
                        walk.project("/days/2027-10-31?unit=" + unitIds.get("Second unit")),
                        Map.of("generalCall", "17:00", "estimatedWrap", "20:00"))
                .mustBe(200);
        walk.gateway
                .changeAt(walk.who("Ana"), "POST", walk.project("/plan"), walk.project("/plan/publication"), Map.of())
                .mustBe(200);
        var after = preview(dates);
        walk.stage.check(
                "moved to 17:00 she has her rest",
                violations(after, "Zoë Müller").isEmpty(),
                after.get("violations"));
        walk.stage.say("studio double-booked → found · " + violations.getFirst() + " → mended in preview");
    }

    JsonNode preview(List<String> dates) {
        return walk.gateway
                .post(walk.who("Ana"), walk.project("/summoning-plan/preview"), Map.of("dates", dates))
                .mustBe(200)
                .json();
    }

    private static List<String> violations(JsonNode preview, String name) {
        var found = new ArrayList<String>();
        for (var violation : preview.get("violations")) {
            if (violation.path("name").asText().equals(name))
                found.add(violation.get("detail").asText());
        }
        return found;
    }

    private void move(String number, String start) {
        for (var activity : items("/activities")) {
            if (!activity.get("number").asText().equals(number)) continue;
            walk.gateway
                    .change(
                            walk.who("Ana"),
                            "PATCH",
                            "/activities/" + activity.get("id").asText(),
                            Map.of("start", start))
                    .mustBe(200);
            return;
        }
        throw new Stage.Failed("no activity " + number);
    }

    /** The whole list, page by page. */
    private List<JsonNode> items(String path) {
        return walk.items(walk.who("Ana"), walk.project(path));
    }
}
