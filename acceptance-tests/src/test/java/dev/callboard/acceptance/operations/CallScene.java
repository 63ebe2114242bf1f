package dev.callboard.acceptance.operations;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bo, Zoë, Max and Lena are called to the studio; each answers, comes or stays away in another manner. */
final class CallScene {
    private final Story story;
    private final Actor ana;
    private final Map<String, String> calls = new HashMap<>();

    CallScene(Story story) {
        this.story = story;
        this.ana = story.ana;
    }

    void play() {
        var plan = story.project("/summoning-plan");
        ana.get(plan);
        ana.changeIsRefused(409, "POST", plan, plan + "/publication", Map.of("dates", List.of()));
        bookings();
        roleCalls(plan + "/role-calls");
        ana.post(plan + "/preview", Map.of("dates", List.of()));
        publish(plan);
        ana.get(plan + "/versions/1");
        ana.get(plan + "/versions/1/changes");
        seen();
        answers();
        attendance();
        links();
        calledAgain(plan);
    }

    private void bookings() {
        var bookings = story.project("/bookings");
        ana.post(bookings, booking(story.zoe));
        ana.postIsRefused(409, bookings, booking(story.zoe));
        var others = List.of(booking(story.bosEntry), booking(story.max), booking(story.lena));
        ana.post(bookings + "/batch", Map.of("items", others));
        ana.postIsRefused(409, bookings + "/batch", Map.of("items", others));
        ana.get(bookings);
        var later = new HashMap<>(booking(story.zoe));
        later.put("from", story.shootingDay().plusDays(30).toString());
        later.put("to", story.shootingDay().plusDays(31).toString());
        var released = "/bookings/" + ana.post(bookings, later).field("id");
        ana.get(released);
        ana.post(released + "/release", null);
        ana.postIsRefused(409, released + "/release", null);
    }

    private Map<String, Object> booking(String crewEntry) {
        return Map.of(
                "crewEntryId",
                crewEntry,
                "role",
                "grip",
                "from",
                story.shootingDay().toString(),
                "to",
                story.shootingDay().plusDays(1).toString());
    }

    private void roleCalls(String roleCalls) {
        ana.post(roleCalls + "/from-activities", null);
        ana.get(roleCalls);
        var extra = Map.of("activityId", story.activity, "role", "key grip", "count", 1);
        ana.post(story.project("/roles"), Map.of("name", "key grip"));
        var added = roleCalls + "/" + ana.post(roleCalls, extra).field("id");
        ana.postIsRefused(409, roleCalls, extra);
        ana.get(added);
        ana.patch(added, Map.of("leadMinutes", 120));
        ana.delete(added);
    }

    private void publish(String plan) {
        var publication = plan + "/publication";
        ana.changeIsRefused(
                422,
                "POST",
                plan,
                publication,
                Map.of("overrides", List.of(Map.of("violation", "REST:nobody", "reason", "They agreed"))));
        Map<String, Object> dates = Map.of("dates", List.of(story.shootingDay().toString()));
        withoutHospital(plan, dates);
        ana.change("POST", plan, publication, dates);
        ana.changeIsRefused(409, "POST", plan, publication, dates);
        for (var call : ana.get(story.project("/calls")).json().get("items"))
            calls.put(
                    call.at("/person/id").asText(call.at("/person/crewEntryId").asText()),
                    call.get("id").asText());
    }

    /** Nobody is sent to a place of which no hospital is known. */
    private void withoutHospital(String plan, Map<String, Object> dates) {
        var studio = "/locations/" + story.studio;
        var hospital = ana.get(studio).json().get("hospital");
        ana.patch(studio, Collections.singletonMap("hospital", null));
        ana.changeIsRefused(409, "POST", plan, plan + "/publication", dates);
        ana.patch(studio, Map.of("hospital", hospital));
    }

    private String call(String crewEntry) {
        return "/calls/" + calls.get(crewEntry);
    }

    private void seen() {
        ana.get(story.project("/calls/summary"));
        ana.get(call(story.zoe));
        story.bo.get("/me/calls");
        papers();
    }

    private void papers() {
        var data = story.project("/days/" + story.shootingDay() + "/call-sheet?unit=" + story.unit);
        ana.get(data);
        story.bo.isRefused(403, Request.of(story.bo, "GET", data + "&copy=COORDINATOR"));
        var sheet = story.project("/call-sheets/" + story.shootingDay() + "?unit=" + story.unit);
        ana.get(sheet, "application/pdf");
        ana.get(sheet, "application/json");
        story.bo.get(sheet, "application/pdf");
        story.bo.isRefused(403, Request.of(story.bo, "GET", sheet + "&copy=COORDINATOR"));
        for (var form : Story.TABULAR) ana.get(story.project("/documents/summoning-grid"), form);
        var plan = story.project("/documents/plan");
        story.bo.isRefused(403, Request.of(story.bo, "GET", plan));
        ana.get(plan, "application/pdf");
    }

    private void answers() {
        ana.post(call(story.zoe) + "/acknowledgement", Map.of("channel", "TELEPHONE"));
        ana.post(call(story.max) + "/decline", Map.of("channel", "TELEPHONE", "reason", "ILL"));
        ana.post(call(story.lena) + "/resend", null);
        story.lenasLink = link("lena." + story.run + "@post.example");
        ana.post(call(story.lena) + "/withdrawal", Map.of("reason", "The scene is cut"));
        ana.postIsRefused(409, call(story.lena) + "/acknowledgement", Map.of("channel", "TELEPHONE"));
        ana.postIsRefused(409, call(story.lena) + "/decline", Map.of("channel", "TELEPHONE", "reason", "ILL"));
        for (var step : List.of("resend", "no-show")) ana.postIsRefused(409, call(story.lena) + "/" + step, null);
        for (var step : List.of("withdrawal", "arrival", "wrap"))
            ana.postIsRefused(409, call(story.lena) + "/" + step, Map.of());
    }

    private void attendance() {
        var at = story.shootingDay().atTime(10, 0).atZone(Story.STOCKHOLM).toInstant();
        var arrival = call(story.zoe) + "/arrival";
        ana.postIsRefused(409, call(story.zoe) + "/wrap", at(at));
        ana.post(arrival, at(at));
        ana.postIsRefused(409, call(story.zoe) + "/withdrawal", Map.of());
        ana.post(call(story.zoe) + "/wrap", at(at.plusSeconds(8 * 3600)));
        ana.postIsRefused(409, arrival, at(at));
        ana.postIsRefused(409, call(story.zoe) + "/no-show", null);
        ana.post(call(story.max) + "/no-show", null);
    }

    private static Map<String, Object> at(Instant instant) {
        return Map.of("at", instant.toString());
    }

    private String link(String email) {
        return story.mail(email, "/a/([\\w.~-]+)");
    }

    private void links() {
        story.bosLink = link(story.bo.email());
        var answer = "/answers/" + story.bosLink;
        story.nobody.get(answer);
        story.nobody.get(answer, "text/html");
        story.nobody.get(answer + "/calendar.ics");
        story.nobody.post(answer, Map.of("answer", "ACKNOWLEDGED"));
        story.nobody.postIsRefused(400, answer, Map.of("answer", "DECLINED"));
        linkIsRefused(409, story.lenasLink);
    }

    private void linkIsRefused(int status, String link) {
        linkIsRefused(story, status, link);
    }

    static void linkIsRefused(Story story, int status, String link) {
        var nobody = story.nobody;
        nobody.isRefused(status, Request.of(nobody, "GET", "/answers/" + link));
        nobody.isRefused(status, Request.of(nobody, "GET", "/answers/" + link + "/calendar.ics"));
        nobody.postIsRefused(status, "/answers/" + link, Map.of("answer", "ACKNOWLEDGED"));
    }

    /** The activity moves: the link of the first version tells of the second. */
    private void calledAgain(String plan) {
        var activity = "/activities/" + story.activity;
        ana.patch(activity, Map.of("start", story.shootingDay() + "T11:00"));
        ana.change(
                "POST",
                plan,
                plan + "/publication",
                Map.of("dates", List.of(story.shootingDay().toString())));
        linkIsRefused(409, story.bosLink);
        Story.until("Bo has the mail of the second version", () -> !link(story.bo.email())
                .equals(story.bosLink));
        story.bosLink = link(story.bo.email());
    }
}
