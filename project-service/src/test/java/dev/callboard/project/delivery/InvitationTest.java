package dev.callboard.project.delivery;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.parameter.ParticipationStatus;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.delivery.Invitation.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.delivery.LetterTest.ASA;
import static org.assertj.core.api.Assertions.assertThat;

/** Read back by another library than the one that wrote it, with the VTIMEZONE that the invitation itself carries. */
class InvitationTest {
    @ParameterizedTest(name = "{0} {1} to {2} is {3} to {4}")
    @CsvSource({
        "Europe/Stockholm,   2027-10-30T20:00, 2027-10-31T06:00, 2027-10-30T18:00:00Z, 2027-10-31T05:00:00Z",
        "Europe/Stockholm,   2027-03-27T20:00, 2027-03-28T06:00, 2027-03-27T19:00:00Z, 2027-03-28T04:00:00Z",
        "Europe/Stockholm,   2027-07-01T08:00, 2027-07-01T18:00, 2027-07-01T06:00:00Z, 2027-07-01T16:00:00Z",
        "Europe/Lisbon,      2027-10-30T20:00, 2027-10-31T06:00, 2027-10-30T19:00:00Z, 2027-10-31T06:00:00Z",
        "Europe/Lisbon,      2027-03-27T20:00, 2027-03-28T06:00, 2027-03-27T20:00:00Z, 2027-03-28T05:00:00Z",
        "Atlantic/Reykjavik, 2027-10-30T20:00, 2027-10-31T06:00, 2027-10-30T20:00:00Z, 2027-10-31T06:00:00Z"
    })
    void the_event_is_at_the_right_instant(
            String zone, LocalDateTime from, LocalDateTime to, Instant start, Instant end) {
        var id = ZoneId.of(zone);
        var call = call(id, from.atZone(id).toInstant(), to.atZone(id).toInstant());

        var calendar = read(invitation(call).text(Method.REQUEST, PUBLISHED));
        assertThat(calendar.getEvents()).hasSize(1);
        var event = calendar.getEvents().getFirst();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(end);
        assertThat(calendar.getTimezoneInfo()
                        .getTimezone(event.getDateStart())
                        .getTimeZone()
                        .getID())
                .isEqualTo(zone);
    }

    @Test
    void the_second_half_past_two_is_said_in_utc() {
        var zone = SaltRoad.STOCKHOLM;
        var second = Instant.parse("2027-10-31T01:30:00Z");
        var text = invitation(call(zone, Instant.parse("2027-10-30T18:00:00Z"), second))
                .text(Method.REQUEST, PUBLISHED);
        assertThat(text.replaceAll("\r?\n[ \t]", ""))
                .contains("DTEND:20271031T013000Z")
                .contains("DTSTART;TZID=Europe/Stockholm:20271030T200000");
        assertThat(read(text).getEvents().getFirst().getDateEnd().getValue().toInstant())
                .isEqualTo(second);
    }

    @Test
    void a_new_version_moves_the_event_and_a_cancellation_outranks_it() {
        var first = SaltRoad.call(SaltRoad.asaAt("2027-10-30T18:30"), 1, UUID.randomUUID());
        var second = SaltRoad.call(SaltRoad.asaAt("2027-10-30T18:00"), 2, UUID.randomUUID());
        var one = read(invitation(first).text(Method.REQUEST, PUBLISHED))
                .getEvents()
                .getFirst();
        var two = read(invitation(second).text(Method.REQUEST, PUBLISHED))
                .getEvents()
                .getFirst();
        var cancelled = read(invitation(second).text(Method.CANCEL, PUBLISHED));
        var end = cancelled.getEvents().getFirst();

        assertThat(two.getUid().getValue())
                .isEqualTo(one.getUid().getValue())
                .isEqualTo(end.getUid().getValue());
        assertThat(one.getSequence().getValue()).isZero();
        assertThat(two.getSequence().getValue()).isEqualTo(2);
        assertThat(end.getSequence().getValue()).isEqualTo(3);
        assertThat(cancelled.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(end.getStatus().isCancelled()).isTrue();
    }

    @Test
    void organizer_is_the_mailbox_and_the_attendee_is_asked() {
        var event = read(invitation(SaltRoad.call(SaltRoad.asaAt("2027-10-30T18:30")))
                        .text(Method.REQUEST, PUBLISHED))
                .getEvents()
                .getFirst();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("call@norrsken.example");
        var attendee = event.getAttendees().getFirst();
        assertThat(attendee.getEmail()).isEqualTo("asa.oberg@post.example");
        assertThat(attendee.getCommonName()).isEqualTo("Åsa Öberg");
        assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        assertThat(attendee.getRsvp()).isTrue();
    }

    @Test
    void text_of_users_is_folded_and_escaped() {
        var brief = SaltRoad.asaAt("2027-10-30T18:30");
        var text = invitation(SaltRoad.call(with(
                        brief,
                        brief.zone(),
                        brief.callAt(),
                        brief.wrapAt(),
                        "Γιώργος; Ольга, \"x\"\nATTENDEE:mailto:evil@x.example")))
                .text(Method.REQUEST, PUBLISHED);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        var event = read(text).getEvents().getFirst();
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getSummary().getValue()).contains("Γιώργος; Ольга, \"x\"");
    }

    private static ICalendar read(String text) {
        var calendars = Biweekly.parse(text).all();
        assertThat(calendars).hasSize(1);
        return calendars.getFirst();
    }

    private static Invitation invitation(Call call) {
        return new Invitation(
                call, "s1@norrsken.example", "call@norrsken.example", ASA, "https://callboard.example/a/m3Xv7kQe2R");
    }

    private static Call call(ZoneId zone, Instant from, Instant to) {
        return SaltRoad.call(with(SaltRoad.asaAt("2027-10-30T18:30"), zone, from, to, "The Salt Road"));
    }

    private static Brief with(Brief brief, ZoneId zone, Instant from, Instant to, String production) {
        return new Brief(
                production,
                brief.company(),
                brief.unit(),
                LocalDate.ofInstant(from, zone),
                zone,
                from,
                to,
                brief.roles(),
                brief.place(),
                brief.then(),
                brief.ring(),
                brief.officePhone(),
                brief.askedBy());
    }
}
