package dev.callboard.acceptance.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done where and when; a studio is booked twice and the plan is locked. */
final class PlanScene {
    private final Story story;
    private final Actor ana;

    PlanScene(Story story) {
        this.story = story;
        this.ana = story.ana;
    }

    void play() {
        locations();
        activities();
        days();
        plan();
    }

    private void locations() {
        var locations = story.project("/locations");
        story.studio = ana.post(locations, studio("Studio 1")).field("id");
        ana.postIsRefused(409, locations, studio("Studio 1"));
        ana.csv(locations + "/import", "name,address,zone\nSlussen lower quay,Stadsgårdskajen 14,Europe/Stockholm\n");
        ana.get(locations);
        var studio = "/locations/" + story.studio;
        ana.patch(studio, Map.of("parking", "Stadsgården P3"));
        ana.changeIsRefused(409, "PATCH", studio, studio, Map.of("name", "Slussen lower quay"));
        ana.delete("/locations/" + ana.post(locations, studio("Studio 2")).field("id"));
    }

    private static Map<String, Object> studio(String name) {
        return Map.of(
                "name",
                name,
                "address",
                "Hamnmagasinet 3, Stockholm",
                "zone",
                "Europe/Stockholm",
                "exclusive",
                true,
                "hospital",
                Map.of("name", "Saltsjö Hospital", "address", "Ringvägen 210", "phone", "+46701740619"),
                "contact",
                Map.of("name", "Tora Kajberg", "phone", "+46701740620"));
    }

    private Map<String, Object> activity(String number, String start) {
        var activity = new HashMap<String, Object>();
        activity.put("number", number);
        activity.put("title", "Int. studio: the crossing");
        activity.put("locationId", story.studio);
        activity.put("unitId", story.unit);
        activity.put("start", start);
        activity.put("durationMinutes", 480);
        activity.put("roles", List.of(Map.of("role", "grip", "count", 4)));
        return activity;
    }

    private void activities() {
        var plan = story.project("/plan");
        ana.changeIsRefused(409, "POST", plan, plan + "/publication", Map.of());
        var activities = story.project("/activities");
        var day = story.shootingDay();
        story.activity = ana.post(activities, activity("1", day + "T10:00")).field("id");
        ana.postIsRefused(409, activities, activity("1", day.plusDays(1) + "T10:00"));
        ana.postIsRefused(422, activities, activity("7", "2020-01-01T10:00"));
        ana.csv(activities + "/import", """
                number,title,location,start,duration_minutes,roles
                2,Ext. quay: pick-ups,Slussen lower quay,%sT10:00,60,grip:1
                3,Ext. quay: wild track,Slussen lower quay,%sT10:00,60,grip:1
                """.formatted(day.plusDays(2), day.plusDays(4)));
        ana.get(activities);
        var path = "/activities/" + story.activity;
        ana.patch(path, Map.of("title", "Int. studio: the first crossing"));
        ana.changeIsRefused(409, "PATCH", path, path, Map.of("number", "2"));
        ana.changeIsRefused(422, "PATCH", path, path, Map.of("start", "2020-01-01T10:00"));
        var studio = "/locations/" + story.studio;
        ana.changeIsRefused(409, "DELETE", studio, studio, null);

        ana.post(path + "/comments", Map.of("text", "The lift is out of order until noon"));
        ana.get(path + "/comments");
        ana.post(path + "/tasks", Map.of("title", "Lay the track"));
        var task = path + "/tasks/"
                + ana.get(path + "/tasks").json().at("/items/0/id").asText();
        ana.change("PATCH", path, task, Map.of("done", true));
        ana.change("DELETE", path, task, null);
        ana.delete("/activities/"
                + ana.post(activities, activity("8", day.plusDays(5) + "T10:00"))
                        .field("id"));
    }

    private void days() {
        var day = story.project("/days/" + story.shootingDay() + "?unit=" + story.unit);
        ana.get(story.project("/days"));
        ana.patch(
                day,
                Map.of(
                        "generalCall", "09:00",
                        "estimatedWrap", "18:30",
                        "meals", List.of(Map.of("name", "lunch", "at", "13:00", "minutes", 60)),
                        "weather",
                                Map.of(
                                        "words", "12 °C, dry",
                                        "source", "the studio's doorman",
                                        "enteredAt", story.today().minusDays(1) + "T12:00:00Z"),
                        "transport",
                                List.of(Map.of(
                                        "at", "08:15",
                                        "from", "Södra station",
                                        "to", "Studio 1",
                                        "who", "grip",
                                        "vehicle", "Minibus 1")),
                        "castTimes", List.of(Map.of("crewEntryId", story.zoe, "pickup", "08:00", "makeUp", "08:40")),
                        "holding", "Studio 1, upstairs"));
    }

    private void plan() {
        var plan = story.project("/plan");
        var activities = story.project("/activities");
        var start = story.shootingDay() + "T12:00";
        var twice = activity("4", start);
        twice.remove("unitId");
        var second = ana.post(activities, twice).field("id");
        ana.changeIsRefused(409, "POST", plan, plan + "/publication", Map.of());
        ana.delete("/activities/" + second);
        ana.changeIsRefused(409, "POST", plan, plan + "/lock", null);
        ana.change("POST", plan, plan + "/publication", Map.of());
        ana.get(plan + "/versions/1");
        ana.get(plan + "/versions/1/changes");

        ana.change("POST", plan, plan + "/lock", null);
        var path = "/activities/" + story.activity;
        ana.changeIsRefused(409, "DELETE", path, path, null);
        ana.postIsRefused(409, activities, activity("9", story.shootingDay().plusDays(6) + "T10:00"));
        ana.change("DELETE", plan, plan + "/lock", null);
    }
}
