package dev.callboard.project.board;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.ReceivedMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

/** From the plan to the answer, over real SMTP and IMAP. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class CallFlowTest {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    private Production salt;

    @BeforeEach
    void a_production() {
        salt = new Production(database, clock.instant());
        salt.hire("Bo", "Ekdahl", "best boy grip");
        salt.hire("Hedda", "Norén", "key grip");
        salt.heads("Hedda");
    }

    @Test
    void a_published_plan_reaches_each_person_once_and_says_when_and_where() {
        calls("best boy grip", 1, 120);
        calls("key grip", 1, 120);
        book("Bo", "best boy grip");
        book("Hedda", "key grip");

        json(salt.ana)
                .post("/api/v1/projects/{p}/summoning-plan/preview", salt.project)
                .then()
                .statusCode(200)
                .body("called", equalTo(2), "withdrawn", equalTo(0), "open.size()", equalTo(0));
        assertThat(Mailbox.of(salt.address("Bo")).mails()).isEmpty();

        publish(200).body("version", equalTo(1), "called", equalTo(2));
        var mail = Mailbox.of(salt.address("Bo")).awaitsOne();
        assertThat(mail.subject())
                .startsWith("Call ")
                .endsWith(" 18:00 \u00b7 Slussen, Stockholm \u00b7 The Salt Road");
        assertThat(mail.text().lines().findFirst()).contains(mail.subject());
        assertThat(mail.text())
                .contains(
                        "Ring Hedda Norén, key grip: 070-174 06 24", "Report at unit base, Stadsgårdskajen 14, gate B");

        var event = event(mail);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(salt.at("18:00"));
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(salt.day
                        .plusDays(1)
                        .atTime(6, 0)
                        .atZone(Production.STOCKHOLM)
                        .toInstant());
        assertThat(event.getSequence().getValue()).isZero();
        eventually(() -> myCall("Bo").body("items[0].delivery[0].state", equalTo("SENT")));
    }

    @Test
    void a_link_answers_without_sign_in_and_looking_at_it_answers_nothing() {
        calledIn("Bo", "best boy grip");
        var link = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());

        var page = given().accept("text/html")
                .get(link)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("I’ll be there"))
                .extract()
                .asByteArray();
        assertThat(page.length).isLessThanOrEqualTo(14 * 1024);
        myCall("Bo").body("items[0].answer.state", equalTo("PENDING"), "items[0].openedAt", notNullValue());
        myCall("Bo").body("items[0].delivery[0].state", equalTo("DELIVERED"));

        given().accept("text/html")
                .formParam("answer", "ACKNOWLEDGED")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("You’ll be there"));
        myCall("Bo")
                .body(
                        "items[0].answer.state", equalTo("ACKNOWLEDGED"),
                        "items[0].answer.channel", equalTo("LINK"),
                        "items[0].answer.late", equalTo(false));

        // the last answer wins, and the same answer again changes nothing
        var no = Map.of("answer", "DECLINED", "reason", "ILL");
        for (int i = 0; i < 2; i++)
            given().contentType(ContentType.JSON)
                    .accept(ContentType.JSON)
                    .body(no)
                    .post(link)
                    .then()
                    .statusCode(200)
                    .body("answer.state", equalTo("DECLINED"), "allowed", hasItems("acknowledge", "decline"));
        assertThat(steps("Bo").stream().filter(step -> step.startsWith("ANSWER")))
                .containsExactly("ANSWER ACKNOWLEDGED", "ANSWER DECLINED");
    }

    @Test
    void a_no_without_a_reason_an_unknown_field_and_a_forged_link_are_refused() {
        calledIn("Bo", "best boy grip");
        var link = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        json(null)
                .body(Map.of("answer", "DECLINED"))
                .post(link)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        json(null)
                .body(Map.of("answer", "ACKNOWLEDGED", "x", 1))
                .post(link)
                .then()
                .statusCode(400);

        var last = link.charAt(link.length() - 20);
        var forged =
                link.substring(0, link.length() - 20) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 19);
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(forged).then().statusCode(404);
        given().accept("text/html").get(forged).then().statusCode(404).contentType("text/html");
        myCall("Bo").body("items[0].answer.state", equalTo("PENDING"));
    }

    @Test
    void only_those_whose_call_changed_are_called_again_and_the_old_link_leads_to_the_new_call() {
        var boRole = calls("best boy grip", 1, 120);
        calls("key grip", 1, 90);
        book("Bo", "best boy grip");
        book("Hedda", "key grip");
        publish(200);
        var old = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        var kept = answerPath(Mailbox.of(salt.address("Hedda")).awaitsOne());
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(old).then().statusCode(200);
        json(null).body(Map.of("answer", "ACKNOWLEDGED")).post(kept).then().statusCode(200);

        var path = "/api/v1/projects/" + salt.project + "/summoning-plan/role-calls/" + boRole;
        var etag = as(salt.ana).get(path).header("ETag");
        json(salt.ana)
                .header("If-Match", etag)
                .body(Map.of("callOffsetMinutes", 150))
                .patch(path)
                .then()
                .statusCode(200);
        publish(200)
                .body("version", equalTo(2), "called", equalTo(0), "calledAgain", equalTo(1), "unaffected", equalTo(1));

        var mails = Mailbox.of(salt.address("Bo")).awaits(2);
        assertThat(mails.getLast().subject()).contains(" 17:30 ");
        assertThat(event(mails.getLast()).getUid().getValue())
                .isEqualTo(event(mails.getFirst()).getUid().getValue());
        assertThat(event(mails.getLast()).getSequence().getValue())
                .isGreaterThan(event(mails.getFirst()).getSequence().getValue());

        given().accept("text/html")
                .get(old)
                .then()
                .statusCode(409)
                .body(
                        containsString("This call has been replaced"),
                        containsString("Before: <del>18:00</del>. Half an hour earlier."));
        var answer = json(null)
                .body(Map.of("answer", "ACKNOWLEDGED"))
                .post(old)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("call-superseded"), "call.call.said", equalTo("17:30"))
                .extract()
                .path("answer");
        given().accept("application/json")
                .get((String) answer)
                .then()
                .statusCode(200)
                .body("answer.state", equalTo("PENDING"));
        given().accept("application/json")
                .get(kept)
                .then()
                .statusCode(200)
                .body("answer.state", equalTo("ACKNOWLEDGED"));
        assertThat(Mailbox.of(salt.address("Hedda")).mails()).hasSize(1);
        publish(409).body("type", containsString("summoning-plan-unchanged"));
    }

    @Test
    void a_calendar_that_accepts_and_a_mail_that_says_two_are_answers() throws Exception {
        calls("best boy grip", 1, 120);
        calls("key grip", 1, 120);
        book("Bo", "best boy grip");
        book("Hedda", "key grip");
        publish(200);
        var invitation = Mailbox.of(salt.address("Bo")).awaitsOne();
        var letter = Mailbox.of(salt.address("Hedda")).awaitsOne();
        var event = event(invitation);

        var reply = message(salt.address("Bo"), event.getOrganizer().getEmail(), "Accepted");
        var calendar = new MimeBodyPart();
        calendar.setText(
                """
                BEGIN:VCALENDAR
                PRODID:-//A Phone//EN
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                UID:%s
                SEQUENCE:%d
                DTSTAMP:20271029T160200Z
                ORGANIZER:mailto:%s
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                                event.getUid().getValue(),
                                event.getSequence().getValue(),
                                event.getOrganizer().getEmail(),
                                salt.address("Bo"))
                        .replace("\n", "\r\n"),
                "UTF-8",
                "calendar; method=REPLY");
        var parts = new MimeMultipart("alternative");
        var words = new MimeBodyPart();
        words.setText("Bo Ekdahl has accepted.", "UTF-8");
        parts.addBodyPart(words);
        parts.addBodyPart(calendar);
        reply.setContent(parts);
        Transport.send(reply);
        eventually(() -> myCall("Bo")
                .body(
                        "items[0].answer.state", equalTo("ACKNOWLEDGED"),
                        "items[0].answer.channel", equalTo("CALENDAR")));

        var no = message(salt.address("Hedda"), event.getOrganizer().getEmail(), "Re: " + letter.subject());
        no.setHeader("In-Reply-To", letter.messageId());
        no.setText("2\r\n\r\n> Call", "UTF-8");
        Transport.send(no);
        eventually(() -> myCall("Hedda")
                .body(
                        "items.find { it.person.name == 'Hedda Norén' }.answer.state", equalTo("DECLINED"),
                        "items.find { it.person.name == 'Hedda Norén' }.answer.channel", equalTo("MAIL")));
    }

    @Test
    void a_mail_that_only_claims_to_be_from_somebody_answers_for_nobody() throws Exception {
        calledIn("Bo", "best boy grip");
        var mail = Mailbox.of(salt.address("Bo")).awaitsOne();
        var forged = message(salt.address("Bo"), event(mail).getOrganizer().getEmail(), "Re: " + mail.subject());
        forged.setHeader("In-Reply-To", "<c" + "0".repeat(32) + "." + "0".repeat(32) + ".0@norrsken.example>");
        forged.setText("1", "UTF-8");
        Transport.send(forged);

        // a true one behind it: when that has arrived the forged one has been read
        var honest = message(salt.address("Bo"), event(mail).getOrganizer().getEmail(), "Re: " + mail.subject());
        honest.setHeader("In-Reply-To", mail.messageId());
        honest.setText("2", "UTF-8");
        Transport.send(honest);
        eventually(() -> myCall("Bo").body("items[0].answer.state", equalTo("DECLINED")));
        assertThat(steps("Bo")).doesNotContain("ANSWER ACKNOWLEDGED");
    }

    @Test
    void a_bounce_is_seen() {
        salt.hire("bounce-Olle", "Berg", "grip");
        calledIn("bounce-Olle", "grip");
        eventually(() -> as(salt.ana)
                .get("/api/v1/projects/{p}/calls?delivery=BOUNCED", salt.project)
                .then()
                .statusCode(200)
                .body("items.person.name", hasItem("bounce-Olle Berg"), "items[0].delivery[0].reason", notNullValue()));
        as(salt.ana)
                .get("/api/v1/projects/{p}/calls/summary", salt.project)
                .then()
                .body("calls", equalTo(1), "delivery.BOUNCED", equalTo(1), "answer.PENDING", equalTo(1));
    }

    @Test
    void a_coordinator_answers_for_bo_by_telephone_and_a_stranger_sees_no_call() {
        calledIn("Bo", "best boy grip");
        var id = call("Bo");
        json(salt.ana)
                .body(Map.of("channel", "TELEPHONE"))
                .post("/api/v1/calls/{id}/acknowledgement", id)
                .then()
                .statusCode(200)
                .body("answer.channel", equalTo("TELEPHONE"), "answer.by", equalTo("FOR_THEM"));

        var other = new Production(database, clock.instant());
        var foreign = json(other.ana)
                .get("/api/v1/calls/{id}", id)
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();
        var unknown = json(other.ana)
                .get("/api/v1/calls/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();
        assertThat(foreign.getString("detail")).isEqualTo(unknown.getString("detail"));
    }

    @Test
    void crew_see_their_own_call_heads_their_department_and_only_those_see_the_number() {
        salt.hire("Zoë", "Müller", "grip");
        calls("best boy grip", 1, 120);
        calls("grip", 1, 120);
        book("Bo", "best boy grip");
        book("Zoë", "grip");
        publish(200);
        as(salt.token("Bo"))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1), "items[0].person.name", equalTo("Bo Ekdahl"));
        as(salt.token("Hedda"))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .body("items.size()", equalTo(2), "items[0].person.phone", equalTo("+46701740624"));
        as(salt.token("Bo")).get("/api/v1/calls/{id}", call("Zoë")).then().statusCode(404);
        json(salt.token("Bo"))
                .post("/api/v1/calls/{id}/arrival", call("Bo"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_broken_rule_is_named_and_can_be_overridden_with_a_reason_only() {
        // Bo works on Friday morning until noon of the night's own day, and is called again in the evening
        salt.activity(UUID.randomUUID(), "30", "Build", salt.day.atTime(10, 0), 60);
        calls("best boy grip", 1, 120);
        book("Bo", "best boy grip");
        var before = UUID.randomUUID();
        salt.activity(before, "29", "Pre-rig", salt.day.minusDays(1).atTime(22, 0), 12 * 60);
        database.update("update activity set working_day = ? where id = ?", salt.day.minusDays(1), before);
        json(salt.ana)
                .body(Map.of("activityId", before, "role", "best boy grip", "count", 1, "callOffsetMinutes", 60))
                .post("/api/v1/projects/{p}/summoning-plan/role-calls", salt.project)
                .then()
                .statusCode(201);

        var refused = publish(409)
                .body("type", containsString("summoning-plan-breaks-rules"), "violations[0].rule", equalTo("REST"))
                .body("detail", containsString("rest 8 hours before the call of"))
                .extract()
                .jsonPath();
        var override = Map.of("violation", refused.getString("violations[0].key"), "reason", "Bo asked for it");
        publish(Map.of("overrides", List.of(override)), 200).body("called", equalTo(2));
        as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan/versions/1", salt.project)
                .then()
                .statusCode(200)
                .body("overrides[0].reason", equalTo("Bo asked for it"));
    }

    @Test
    void a_withdrawn_call_is_taken_back_by_mail_and_its_link_takes_no_answer() {
        calledIn("Bo", "best boy grip");
        var link = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        json(salt.ana)
                .body(Map.of("reason", "Rain"))
                .post("/api/v1/calls/{id}/withdrawal", call("Bo"))
                .then()
                .statusCode(200)
                .body("life", equalTo("WITHDRAWN"), "allowed", equalTo(List.of()));
        var cancelled = Mailbox.of(salt.address("Bo")).awaits(2).getLast();
        assertThat(cancelled.subject()).startsWith("Withdrawn: call ");
        assertThat(event(cancelled).getStatus().isCancelled()).isTrue();
        given().accept("text/html")
                .formParam("answer", "ACKNOWLEDGED")
                .post(link)
                .then()
                .statusCode(409);
    }

    @Test
    void a_cursor_that_is_not_ours_is_named() {
        for (var list : List.of("calls", "bookings", "time-cards"))
            as(salt.ana)
                    .get("/api/v1/projects/{p}/{list}?cursor=x", salt.project, list)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void a_publication_based_on_an_older_plan_is_refused() {
        calls("best boy grip", 1, 120);
        var old = as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan", salt.project)
                .header("ETag");
        book("Bo", "best boy grip");
        json(salt.ana)
                .header("If-Match", old)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(412);
        json(salt.ana)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(428);
    }

    @Test
    void the_day_is_attended_and_becomes_a_time_card_that_is_approved_once() {
        calledIn("Bo", "best boy grip");
        var id = call("Bo");
        json(salt.ana).post("/api/v1/calls/{id}/wrap", id).then().statusCode(409);
        json(salt.ana)
                .body(Map.of("at", salt.at("17:50").toString()))
                .post("/api/v1/calls/{id}/arrival", id)
                .then()
                .statusCode(200)
                .body("attendance.state", equalTo("ARRIVED"));
        json(salt.ana)
                .body(Map.of("at", salt.at("23:30").toString()))
                .post("/api/v1/calls/{id}/wrap", id)
                .then()
                .statusCode(200)
                .body("attendance.state", equalTo("WRAPPED"));

        var mine = as(salt.token("Bo"))
                .get("/api/v1/me/time-cards")
                .then()
                .statusCode(200)
                .extract();
        var card = mine.jsonPath().getString("items[0].id");
        assertThat(mine.jsonPath().getString("items[0].start")).isEqualTo(salt.day + "T18:00");
        assertThat(mine.jsonPath().getString("items[0].wrap")).isEqualTo(salt.day + "T23:30");
        assertThat(mine.jsonPath().getInt("items[0].elapsedMinutes")).isEqualTo(330);
        assertThat(mine.jsonPath().getInt("items[0].workedMinutes")).isEqualTo(300);

        var etag = as(salt.token("Bo")).get("/api/v1/time-cards/{id}", card).header("ETag");
        json(salt.token("Bo"))
                .header("If-Match", etag)
                .body(Map.of("wrap", salt.day + "T17:00"))
                .patch("/api/v1/time-cards/{id}", card)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("hours"), "detail", containsString("hours: -1 (expected: 0 to 24)"));
        json(salt.token("Bo"))
                .header("If-Match", etag)
                .body(Map.of("wrap", salt.day.plusDays(1) + "T00:30", "perDiems", 1))
                .patch("/api/v1/time-cards/{id}", card)
                .then()
                .statusCode(200)
                .body("workedMinutes", equalTo(360));

        as(salt.ana).post("/api/v1/time-cards/{id}/approval", card).then().statusCode(409);
        as(salt.token("Bo"))
                .post("/api/v1/time-cards/{id}/submission", card)
                .then()
                .statusCode(200);
        as(salt.token("Bo"))
                .post("/api/v1/time-cards/{id}/approval", card)
                .then()
                .statusCode(403);
        json(salt.ana)
                .body(Map.of("timeCards", List.of(card)))
                .post("/api/v1/projects/{p}/time-cards/approvals", salt.project)
                .then()
                .statusCode(200)
                .body("approved", equalTo(1));
        as(salt.ana).post("/api/v1/time-cards/{id}/approval", card).then().statusCode(409);
        json(salt.token("Bo"))
                .body(Map.of("comment", "I wrapped at one"))
                .post("/api/v1/time-cards/{id}/dispute", card)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"), "comment", equalTo("I wrapped at one"), "revision", equalTo(1));
    }

    @Test
    void a_thousand_calls_are_one_publication() {
        for (int i = 0; i < 1000; i++) salt.hire("Extra" + i, "Holm", "background");
        calls("background", 1000, 120);
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1000; i++) items.add(booking("Extra" + i, "background"));
        json(salt.ana)
                .body(Map.of("items", items))
                .post("/api/v1/projects/{p}/bookings/batch", salt.project)
                .then()
                .statusCode(201);
        var started = System.nanoTime();
        publish(200).body("called", equalTo(1000));
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.println("1,000 calls published in " + took.toMillis() + " ms");
        // The goal of two seconds is a benchmark's; here a query per person would show.
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        within(Duration.ofMinutes(2), () -> as(salt.ana)
                .get("/api/v1/projects/{p}/calls/summary", salt.project)
                .then()
                .body("delivery.SENT", equalTo(1000)));
    }

    /** Mail takes its time; twenty seconds are more than it ever took. */
    private static void eventually(Runnable expectation) {
        within(Duration.ofSeconds(20), expectation);
    }

    private static void within(Duration patience, Runnable expectation) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                expectation.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void calledIn(String given, String role) {
        calls(role, 1, 120);
        book(given, role);
        publish(200);
    }

    private String calls(String role, int count, int offset) {
        return json(salt.ana)
                .body(Map.of("activityId", salt.night, "role", role, "count", count, "callOffsetMinutes", offset))
                .post("/api/v1/projects/{p}/summoning-plan/role-calls", salt.project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void book(String given, String role) {
        json(salt.ana)
                .body(booking(given, role))
                .post("/api/v1/projects/{p}/bookings", salt.project)
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"));
    }

    private Map<String, Object> booking(String given, String role) {
        return Map.of(
                "crewEntryId",
                salt.entry(given),
                "role",
                role,
                "from",
                salt.day.minusDays(3).toString(),
                "to",
                salt.day.plusDays(3).toString());
    }

    private ValidatableResponse publish(int status) {
        return publish(Map.of(), status);
    }

    private ValidatableResponse publish(Map<String, Object> order, int status) {
        var etag = as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan", salt.project)
                .header("ETag");
        return json(salt.ana)
                .header("If-Match", etag)
                .body(order)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse myCall(String given) {
        return as(salt.token(given))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .statusCode(200);
    }

    private String call(String given) {
        return JsonPath.from(as(salt.ana)
                        .get("/api/v1/projects/{p}/calls", salt.project)
                        .asString())
                .getString("items.find { it.person.crewEntryId == '" + salt.entry(given) + "' }.id");
    }

    private List<String> steps(String given) {
        return JsonPath.from(as(salt.ana).get("/api/v1/calls/{id}", call(given)).asString())
                .<Map<String, String>>getList("steps")
                .stream()
                .map(step -> step.get("track") + " " + step.get("what"))
                .toList();
    }

    private static String answerPath(ReceivedMail mail) {
        var link = Pattern.compile("https?://\\S+/a/(\\S+)").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return "/api/v1/answers/" + link.group(1);
    }

    private static VEvent event(ReceivedMail mail) {
        var calendar = Biweekly.parse(mail.calendar().orElseThrow()).first();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    private static MimeMessage message(String from, String to, String subject) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", ConfigProvider.getConfig().getValue("quarkus.mailer.port", String.class));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        return message;
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).accept(ContentType.JSON);
    }

    private static RequestSpecification json(@org.jspecify.annotations.Nullable String token) {
        var request = given().contentType(ContentType.JSON).accept(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
