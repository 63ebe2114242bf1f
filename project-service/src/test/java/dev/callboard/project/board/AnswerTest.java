package dev.callboard.project.board;

import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static dev.callboard.project.board.Summons.answerPath;
import static dev.callboard.project.board.Summons.as;
import static dev.callboard.project.board.Summons.event;
import static dev.callboard.project.board.Summons.eventually;
import static dev.callboard.project.board.Summons.json;
import static dev.callboard.project.board.Summons.message;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

/** How people answer, and how it is told whether the call reached them. Over real SMTP and IMAP. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class AnswerTest extends TheSaltRoad {
    @Test
    void a_link_answers_without_sign_in_and_looking_at_it_answers_nothing() {
        summons.calledIn("Bo", "best boy grip");
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
        summons.myCall("Bo").body("items[0].answer.state", equalTo("PENDING"), "items[0].openedAt", notNullValue());
        summons.myCall("Bo").body("items[0].delivery[0].state", equalTo("DELIVERED"));

        given().accept("text/html")
                .formParam("answer", "ACKNOWLEDGED")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("You’ll be there"));
        summons.myCall("Bo")
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
        assertThat(summons.steps("Bo").stream().filter(step -> step.startsWith("ANSWER")))
                .containsExactly("ANSWER ACKNOWLEDGED", "ANSWER DECLINED");
    }

    @Test
    void a_no_without_a_reason_an_unknown_field_and_a_forged_link_are_refused() {
        summons.calledIn("Bo", "best boy grip");
        var link = answerPath(Mailbox.of(salt.address("Bo")).awaitsOne());
        json(null)
                .body(Map.of("answer", "DECLINED"))
                .post(link)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        json(salt.token("Bo"))
                .body("{}")
                .post("/api/v1/calls/{id}/decline", summons.call("Bo"))
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
        summons.myCall("Bo").body("items[0].answer.state", equalTo("PENDING"));
    }

    @Test
    void a_calendar_that_accepts_and_a_mail_that_says_two_are_answers() throws Exception {
        summons.calls("best boy grip", 1, 120);
        summons.calls("key grip", 1, 120);
        summons.book("Bo", "best boy grip");
        summons.book("Hedda", "key grip");
        summons.publish(200);
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
        eventually(() -> summons.myCall("Bo")
                .body(
                        "items[0].answer.state", equalTo("ACKNOWLEDGED"),
                        "items[0].answer.channel", equalTo("CALENDAR")));

        var no = message(salt.address("Hedda"), event.getOrganizer().getEmail(), "Re: " + letter.subject());
        no.setHeader("In-Reply-To", letter.messageId());
        no.setText("2\r\n\r\n> Call", "UTF-8");
        Transport.send(no);
        eventually(() -> summons.myCall("Hedda")
                .body(
                        "items.find { it.person.name == 'Hedda Norén' }.answer.state", equalTo("DECLINED"),
                        "items.find { it.person.name == 'Hedda Norén' }.answer.channel", equalTo("MAIL")));
    }

    @Test
    void a_mail_that_only_claims_to_be_from_somebody_answers_for_nobody() throws Exception {
        summons.calledIn("Bo", "best boy grip");
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
        eventually(() -> summons.myCall("Bo").body("items[0].answer.state", equalTo("DECLINED")));
        assertThat(summons.steps("Bo")).doesNotContain("ANSWER ACKNOWLEDGED");
    }

    @Test
    void a_bounce_is_seen() {
        salt.hire("bounce-Olle", "Berg", "grip");
        summons.calledIn("bounce-Olle", "grip");
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
        summons.calledIn("Bo", "best boy grip");
        var id = summons.call("Bo");
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
}
