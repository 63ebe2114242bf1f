package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The night of 30 October is called; people answer by link, by calendar, by telephone, and one of them not at all. */
final class CallScene {
    static final String NIGHT = "2027-10-30";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LARGEST_PAGE = 14 * 1024;

    private final Walk walk;
    private final CalendarReply calendarReply;

    CallScene(Walk walk, CalendarReply calendarReply) {
        this.walk = walk;
        this.calendarReply = calendarReply;
    }

    void play() {
        walk.stage.scene("Call");
        walk.clock("2027-10-28T19:05:00+02:00");
        new DaySheet(walk).enter();
        int called = publish();
        delivered(called);
        var calls = callsByName();
        byLink(calls);
        byCalendar(calls);
        byTelephone(calls);
        boDeclines(calls);
        new Papers(walk).ofTheCalledNight();
        everybodyElse();
        var summary = summary();
        walk.stage.say(
                "%d called: %d delivered, %d sent, %d bounced · Åsa acknowledged by link, Łukasz by calendar, Zoë by telephone · Bo declined 40 min before the deadline · %d acknowledged"
                        .formatted(
                                called,
                                summary.at("/delivery/DELIVERED").asInt(),
                                summary.at("/delivery/SENT").asInt(),
                                summary.at("/delivery/BOUNCED").asInt(),
                                summary.at("/answer/ACKNOWLEDGED").asInt()));
        calledAgain(called);
    }

    private int publish() {
        long begin = System.nanoTime();
        int called = published().get("called").asInt();
        walk.stage.say("Sat 30 Oct: %d called in %d ms".formatted(called, Walk.millisSince(begin)));
        walk.stage.checkEquals("everybody of the night is called once", called, calls().size());
        return called;
    }

    private JsonNode published() {
        return walk.gateway
                .changeAt(
                        walk.who("Ana"),
                        "POST",
                        walk.project("/summoning-plan"),
                        walk.project("/summoning-plan/publication"),
                        Map.of("dates", List.of(NIGHT)))
                .mustBe(200)
                .json();
    }

    private void delivered(int called) {
        var summary = Pause.forValue(
                "every call is delivered or has bounced",
                PATIENCE,
                this::summary,
                seen -> seen.at("/delivery/QUEUED").asInt() == 0
                        && seen.at("/delivery/BOUNCED").asInt() == 1);
        walk.stage.checkEquals(
                "all calls but one are on their way",
                called - 1,
                summary.at("/delivery/SENT").asInt()
                        + summary.at("/delivery/DELIVERED").asInt());
    }

    private void byLink(Map<String, JsonNode> calls) {
        var mail = mailTo("asa.oberg@post.example");
        walk.stage.check(
                "subject and first line are the same sentence", mail.text().startsWith(mail.subject()), mail.subject());
        var link = link(mail);
        var page = walk.gateway.get(null, link, "text/html").mustBe(200);
        walk.stage.check(
                "the answer page is at most 14 KiB",
                page.bytes().length <= LARGEST_PAGE,
                page.bytes().length + " bytes");
        walk.stage.check("it needs no script to answer", page.text().contains("<form"), "a form");
        walk.out.put("answer-page.html", "Åsa's answer page", page.bytes());
        Pictures.onTelephone(walk.out.folder().resolve("answer-page.html"))
                .ifPresent(picture ->
                        walk.out.put("pictures/answer-page.png", "Åsa's answer page on a telephone", picture));
        keep(mail, "asa-oberg");
        answer(link, "ACKNOWLEDGED");
        walk.stage.checkEquals(
                "Åsa's answer is known",
                "ACKNOWLEDGED",
                call(calls.get("Åsa Öberg")).at("/answer/state").asText());
    }

    private void byCalendar(Map<String, JsonNode> calls) {
        var name = "Łukasz Żółć";
        var mail = mailTo(email(name));
        var invitation = mail.calendar().orElseThrow(() -> new Stage.Failed("no invitation in the mail to " + name));
        walk.out.put("invitation-v1.ics", "the invitation, as calendars read it", invitation);
        accepted(calls.get(name), invitation, email(name));
        walk.stage.checkEquals(
                "the answer came by calendar",
                "CALENDAR",
                call(calls.get(name)).at("/answer/channel").asText());
    }

    private void byTelephone(Map<String, JsonNode> calls) {
        var zoe = calls.get("Zoë Müller").get("id").asText();
        walk.gateway
                .post(walk.who("Ana"), "/calls/" + zoe + "/acknowledgement", Map.of("channel", "TELEPHONE"))
                .mustBe(200);
        var answered = call(calls.get("Zoë Müller"));
        walk.stage.checkEquals(
                "Ana answered for Zoë, by telephone",
                "TELEPHONE",
                answered.at("/answer/channel").asText());
    }

    private void accepted(JsonNode call, String invitation, String email) {
        calendarReply.accept(invitation, email, walk.now());
        Pause.until(
                email + " has accepted by calendar",
                PATIENCE,
                () -> call(call).at("/answer/state").asText().equals("ACKNOWLEDGED"));
    }

    /** Forty minutes before the deadline, with the app. */
    private void boDeclines(Map<String, JsonNode> calls) {
        var bo = walk.who("Bo");
        var mine = walk.items(bo, "/me/calls").stream()
                .filter(call -> call.get("projectId").asText().equals(walk.projectId))
                .toList();
        walk.stage.checkEquals("Bo sees his own call and no other", 1, mine.size());
        var deadline = java.time.Instant.parse(mine.getFirst().get("answerBy").asText());
        walk.clock(deadline.minus(Duration.ofMinutes(40)).toString());
        var declined = walk.gateway
                .post(bo, "/calls/" + mine.getFirst().get("id").asText() + "/decline", Map.of("reason", "ILL"))
                .mustBe(200)
                .json();
        walk.stage.check("Bo's answer is not late", !declined.at("/answer/late").asBoolean(), declined.get("answer"));
        var other = walk.gateway.post(
                bo, "/calls/" + calls.get("Zoë Müller").get("id").asText() + "/decline", Map.of("reason", "ILL"));
        walk.stage.checkEquals("Bo cannot answer for somebody else", 404, other.status());
    }

    /** The others tap their links; whose mail came back is rung up. */
    private void everybodyElse() {
        for (var call : calls()) {
            if (!call.at("/answer/state").asText().equals("PENDING")) continue;
            var email = email(call.at("/person/name").asText());
            var mails = walk.post.mails(email);
            if (email.startsWith("bounce") || mails.isEmpty()) {
                walk.gateway
                        .post(
                                walk.who("Ana"),
                                "/calls/" + call.get("id").asText() + "/acknowledgement",
                                Map.of("channel", "TELEPHONE"))
                        .mustBe(200);
            } else {
                answer(link(mailTo(email)), "ACKNOWLEDGED");
            }
        }
    }

    /** The riggers are to come half an hour earlier: they are asked again, and nobody else is. */
    private void calledAgain(int called) {
        var ana = walk.who("Ana");
        var riggers = walk.items(ana, walk.project("/summoning-plan/role-calls")).stream()
                .filter(roleCall -> roleCall.get("role").asText().equals("stunt rigger")
                        && roleCall.path("callOffsetMinutes").asInt() == 60)
                .findFirst()
                .orElseThrow(() -> new Stage.Failed("nobody calls stunt riggers an hour before"));
        walk.gateway
                .change(
                        ana,
                        "PATCH",
                        walk.project("/summoning-plan/role-calls/"
                                + riggers.get("id").asText()),
                        Map.of("callOffsetMinutes", 90))
                .mustBe(200);
        new DaySheet(walk).weatherTurned();
        var published = published();
        int again = riggers.get("count").asInt();
        walk.stage.checkEquals(
                "who is to come earlier is called again",
                again,
                published.get("calledAgain").asInt());
        var open = calls().stream()
                .filter(call -> call.at("/answer/state").asText().equals("PENDING"))
                .toList();
        walk.stage.checkEquals("and everybody else's answer stands", again, open.size());
        new Papers(walk).ofTheChangedNight("19:00 18:30");
        open.forEach(this::again);
        walk.stage.say("stunt riggers half an hour earlier: %d called again, %d answers stand · call sheet v2"
                .formatted(again, called - again));
    }

    private void again(JsonNode call) {
        var email = email(call.at("/person/name").asText());
        var mail = walk.post.await(email, found -> found.text().contains("version 2 of this call"));
        if (!email.startsWith("lukasz.zolc")) {
            answer(link(mail), "ACKNOWLEDGED");
            return;
        }
        var invitation = mail.calendar().orElseThrow(() -> new Stage.Failed("no invitation in the mail to " + email));
        walk.stage.check(
                "the second invitation replaces the first in calendars", invitation.contains("SEQUENCE:2"), invitation);
        walk.out.put("invitation-v2.ics", "the same event, half an hour earlier", invitation);
        accepted(call, invitation, email);
    }

    private void answer(String link, String answer) {
        walk.gateway
                .post(null, link.replaceFirst("^/a/", "/api/v1/answers/"), Map.of("answer", answer))
                .mustBe(200);
    }

    private PostBox.Mail mailTo(String email) {
        return walk.post.await(email, mail -> mail.subject().startsWith("Call "));
    }

    /** The path of the answer link, without host: the walk goes through the gateway it knows. */
    private static String link(PostBox.Mail mail) {
        return mail.find("(/a/[\\w.~-]+)");
    }

    private void keep(PostBox.Mail mail, String name) {
        try {
            walk.out.put("mails/" + name + ".eml", mail.subject(), Files.readAllBytes(mail.file()));
        } catch (IOException e) {
            throw new Stage.Failed(mail.file() + ": " + e);
        }
    }

    private String email(String name) {
        return walk.packaged.email(name);
    }

    private Map<String, JsonNode> callsByName() {
        var byName = new HashMap<String, JsonNode>();
        calls().forEach(call -> byName.put(call.at("/person/name").asText(), call));
        return byName;
    }

    private List<JsonNode> calls() {
        return walk.items(walk.who("Ana"), walk.project("/calls?date=" + NIGHT));
    }

    private JsonNode call(JsonNode call) {
        return walk.gateway
                .get(walk.who("Ana"), "/calls/" + call.get("id").asText())
                .mustBe(200)
                .json();
    }

    private JsonNode summary() {
        return walk.gateway
                .get(walk.who("Ana"), walk.project("/calls/summary?date=" + NIGHT))
                .mustBe(200)
                .json();
    }
}
