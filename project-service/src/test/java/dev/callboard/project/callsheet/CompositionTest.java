package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivityState;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.CallSheet.Mark;
import dev.callboard.project.callsheet.CallSheet.What;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.callsheet.QuayNight.ART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CompositionTest {
    private static final Instant AGAIN = PUBLISHED.plus(Duration.ofHours(22));

    private final QuayNight night = new QuayNight();

    @Test
    void a_coordinator_sees_the_answers_beside_the_calls() {
        var bo = night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        var given = new Answer.Given(PUBLISHED.plusSeconds(60), null, Channel.LINK, Actor.BEARER_OF_THE_LINK, false);
        night.ever.set(0, bo.answer(new Answer.Acknowledged(given), given).call());

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.crew())
                .extracting(
                        CallSheet.Team::name,
                        team -> team.people().getFirst().name(),
                        team -> team.people().getFirst().mark())
                .containsExactly(
                        tuple("Grip", "Bo Ekdahl", Mark.ACKNOWLEDGED),
                        tuple("Art and props", "Åsa Öberg", Mark.PENDING));
        assertThat(sheet.version().number()).isEqualTo(1);
        assertThat(sheet.version().replaces()).isNull();
        assertThat(sheet.company()).isEqualTo("Norrsken Produktion AB");
    }

    @Test
    void a_redacted_copy_names_nobody() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = night.copy(CopyKind.REDACTED);

        assertThat(sheet.toString()).doesNotContain("Ekdahl", "Öberg", "Åsa");
        assertThat(sheet.crew().getFirst().people().getFirst().role()).isEqualTo("Best boy grip");
        assertThat(sheet.safety().hospital().phone()).isEqualTo("+46701740612");
    }

    @Test
    void everybody_finds_whom_to_turn_to_and_who_reads_a_redacted_copy_the_first_that_can_be_rung() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        assertThat(night.copy(CopyKind.REDACTED).contacts())
                .containsExactly(new CallSheet.Contact("Electric", null, "+46701740610"));
        assertThat(night.copy(CopyKind.COORDINATOR).contacts())
                .containsExactly(
                        new CallSheet.Contact("Camera", null, "4711, or channel 3"),
                        new CallSheet.Contact("Electric", null, "+46701740610"),
                        new CallSheet.Contact("Grip", null, "+46701740624"));
    }

    @Test
    void bos_own_copy_has_his_call() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = new Composition(night.day(), new Copy(CopyKind.PERSONAL, "Bo Ekdahl"), BO).sheet();

        assertThat(sheet.own().role()).isEqualTo("Best boy grip");
        assertThat(sheet.place().map().url())
                .isEqualTo("https://www.openstreetmap.org/?mlat=59.3195&mlon=18.0722#map=17/59.3195/18.0722");
        assertThat(sheet.own().call()).hasToString("2027-10-30T18:00+02:00");
        assertThat(sheet.crew().getFirst().people().getFirst().mark()).isEqualTo(Mark.NOT_SHOWN);
    }

    @Test
    void a_second_version_lists_what_changed_alike_once_and_marks_whom_it_concerns() {
        var before = night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:30"), PUBLISHED);
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        var now = night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), AGAIN);
        night.ever.set(0, before.supersede(now.id(), AGAIN));

        var sheet = night.copy(CopyKind.COORDINATOR);

        var version = sheet.version();
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.replaces()).isEqualTo(1);
        assertThat(version.calledAgain()).isEqualTo(1);
        assertThat(version.changes())
                .extracting(
                        CallSheet.Change::subject, change -> change.timeBefore().toString(), change -> change.time()
                                .toString())
                .containsExactly(tuple("Grip", "2027-10-30T18:30+02:00", "2027-10-30T18:00+02:00"));
        assertThat(sheet.crew())
                .extracting(team -> team.people().getFirst().change())
                .containsExactly(1, 0);
    }

    @Test
    void who_was_withdrawn_is_named_once_and_no_longer_listed() {
        var bo = night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        night.ever.set(0, bo.withdraw(AGAIN));

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.version().changes())
                .extracting(CallSheet.Change::subject, CallSheet.Change::before, CallSheet.Change::now)
                .containsExactly(tuple("Grip", "Bo Ekdahl", null));
        assertThat(sheet.crew()).extracting(CallSheet.Team::name).containsExactly("Art and props");
    }

    @Test
    void the_schedule_has_calls_meals_moves_and_wrap_in_order_of_time() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.schedule())
                .extracting(CallSheet.Slot::what, slot -> slot.at().toString(), CallSheet.Slot::title)
                .containsExactly(
                        tuple(What.GENERAL_CALL, "2027-10-30T20:00+02:00", null),
                        tuple(What.ACTIVITY, "2027-10-30T20:45+02:00", "Ferry is late"),
                        tuple(What.MOVE, "2027-10-30T23:45+02:00", "Lock, west steps"),
                        tuple(What.MEAL, "2027-10-31T01:00+02:00", "Hot meal"),
                        tuple(What.ACTIVITY, "2027-10-31T02:00+02:00", "The fall"),
                        tuple(What.WRAP, "2027-10-31T06:00+01:00", null));
        assertThat(sheet.schedule().get(1).needs()).isEqualTo(new CallSheet.Needs(3, 0, 40));
        assertThat(sheet.catering().meals())
                .containsExactly(new CallSheet.Servings(
                        "Hot meal", 1, sheet.times().getFirst().at()));
    }

    @Test
    void the_night_warns_of_the_clocks_and_tells_the_sun() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.clockChange())
                .isEqualTo(new CallSheet.ClockTurn(SATURDAY.plusDays(1), LocalTime.of(3, 0), "+02:00", "+01:00"));
        assertThat(sheet.sky().sunset()).hasToString("2027-10-30T17:01+02:00");
        assertThat(sheet.sky().sunrise()).hasToString("2027-10-31T07:04+01:00");
        assertThat(sheet.safety().emergencyNumber()).isEqualTo("112");
        assertThat(sheet.safety().certificates())
                .containsExactly(new CallSheet.Certificate("work at height", List.of("Grip")));
        assertThat(sheet.radio())
                .containsExactly(new CallSheet.Channel("1", "production"), new CallSheet.Channel("5", "safety"));
    }

    @Test
    void the_day_begins_where_its_first_activity_is_that_was_not_cancelled() {
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        night.ofFerry = ActivityState.CANCELLED;

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.place().set()).isEqualTo("Lock, west steps");
        assertThat(sheet.schedule())
                .extracting(CallSheet.Slot::title)
                .doesNotContain("Ferry is late")
                .contains("The fall");
        assertThat(sheet.next())
                .extracting(CallSheet.NextDay::place, CallSheet.NextDay::activities)
                .containsExactly(tuple("Lock, west steps", List.of("38")));
    }
}
