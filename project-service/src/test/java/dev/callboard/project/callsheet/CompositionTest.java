package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivityState;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.activity.RoleRequirement;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.CallSheet.Mark;
import dev.callboard.project.callsheet.CallSheet.What;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Phase;
import dev.callboard.project.project.ProjectState;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.MAIN_UNIT;
import static dev.callboard.project.call.SaltRoad.PROJECT;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.STOCKHOLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CompositionTest {
    private static final UUID ART = UUID.fromString("019a0000-0000-7000-8000-000000000011");
    private static final UUID CROWD = UUID.fromString("019a0000-0000-7000-8000-000000000012");
    private static final UUID CAMERA = UUID.fromString("019a0000-0000-7000-8000-000000000016");
    private static final UUID LIGHT = UUID.fromString("019a0000-0000-7000-8000-000000000015");
    private static final UUID QUAY = UUID.fromString("019a0000-0000-7000-8000-000000000013");
    private static final UUID LOCK = UUID.fromString("019a0000-0000-7000-8000-000000000014");
    private static final Instant AGAIN = PUBLISHED.plus(Duration.ofHours(22));

    private final List<Call> ever = new ArrayList<>();
    private ActivityState ofFerry = ActivityState.PLANNED;

    private Call called(UUID person, UUID department, Brief brief, Instant at) {
        var call = Call.publish(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                new Call.Belongs(SaltRoad.ACCOUNT, PROJECT, MAIN_UNIT, person, department),
                1,
                brief,
                SaltRoad.ANSWER_BY,
                at);
        ever.add(call);
        return call;
    }

    private CallSheet copy(CopyKind kind) {
        return new Composition(day(), new Copy(kind, kind == CopyKind.REDACTED ? null : "Ana Lind"), null).sheet();
    }

    @Test
    void a_coordinator_sees_the_answers_beside_the_calls() {
        var bo = called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        var given = new Answer.Given(PUBLISHED.plusSeconds(60), null, Channel.LINK, Actor.BEARER_OF_THE_LINK, false);
        ever.set(0, bo.answer(new Answer.Acknowledged(given), given).call());

        var sheet = copy(CopyKind.COORDINATOR);

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
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = copy(CopyKind.REDACTED);

        assertThat(sheet.toString()).doesNotContain("Ekdahl", "Öberg", "Åsa");
        assertThat(sheet.crew().getFirst().people().getFirst().role()).isEqualTo("Best boy grip");
        assertThat(sheet.safety().hospital().phone()).isEqualTo("+46701740612");
    }

    @Test
    void everybody_finds_whom_to_turn_to_and_who_reads_a_redacted_copy_the_first_that_can_be_rung() {
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        assertThat(copy(CopyKind.REDACTED).contacts())
                .containsExactly(new CallSheet.Contact("Electric", null, "+46701740610"));
        assertThat(copy(CopyKind.COORDINATOR).contacts())
                .containsExactly(
                        new CallSheet.Contact("Camera", null, "4711, or channel 3"),
                        new CallSheet.Contact("Electric", null, "+46701740610"),
                        new CallSheet.Contact("Grip", null, "+46701740624"));
    }

    @Test
    void bos_own_copy_has_his_call() {
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = new Composition(day(), new Copy(CopyKind.PERSONAL, "Bo Ekdahl"), BO).sheet();

        assertThat(sheet.own().role()).isEqualTo("Best boy grip");
        assertThat(sheet.place().map().url())
                .isEqualTo("https://www.openstreetmap.org/?mlat=59.3195&mlon=18.0722#map=17/59.3195/18.0722");
        assertThat(sheet.own().call()).hasToString("2027-10-30T18:00+02:00");
        assertThat(sheet.crew().getFirst().people().getFirst().mark()).isEqualTo(Mark.NOT_SHOWN);
    }

    @Test
    void a_second_version_lists_what_changed_alike_once_and_marks_whom_it_concerns() {
        var before = called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:30"), PUBLISHED);
        called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        var now = called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), AGAIN);
        ever.set(0, before.supersede(now.id(), AGAIN));

        var sheet = copy(CopyKind.COORDINATOR);

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
        var bo = called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), PUBLISHED);
        ever.set(0, bo.withdraw(AGAIN));

        var sheet = copy(CopyKind.COORDINATOR);

        assertThat(sheet.version().changes())
                .extracting(CallSheet.Change::subject, CallSheet.Change::before, CallSheet.Change::now)
                .containsExactly(tuple("Grip", "Bo Ekdahl", null));
        assertThat(sheet.crew()).extracting(CallSheet.Team::name).containsExactly("Art and props");
    }

    @Test
    void the_schedule_has_calls_meals_moves_and_wrap_in_order_of_time() {
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = copy(CopyKind.COORDINATOR);

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
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);

        var sheet = copy(CopyKind.COORDINATOR);

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
        called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        ofFerry = ActivityState.CANCELLED;

        var sheet = copy(CopyKind.COORDINATOR);

        assertThat(sheet.place().set()).isEqualTo("Lock, west steps");
        assertThat(sheet.schedule())
                .extracting(CallSheet.Slot::title)
                .doesNotContain("Ferry is late")
                .contains("The fall");
        assertThat(sheet.next())
                .extracting(CallSheet.NextDay::place, CallSheet.NextDay::activities)
                .containsExactly(tuple("Lock, west steps", List.of("38")));
    }

    private Day day() {
        var planned = List.of(
                activity("41", "Ferry is late", "2027-10-30T20:45", 180, QUAY, ofFerry),
                activity("38", "The fall", "2027-10-31T02:00", 60, LOCK, ActivityState.PLANNED));
        return new Day(
                new ProjectSummary(
                        PROJECT, SaltRoad.ACCOUNT, "The Salt Road", STOCKHOLM, ProjectState.OPEN, Phase.EXECUTION),
                new UnitSummary(MAIN_UNIT, PROJECT, "Main unit", 0),
                working(SATURDAY, 12),
                ever,
                Map.of(
                        BO, person(BO, "Bo", "Ekdahl", GRIP, "best boy grip"),
                        ASA, person(ASA, "Åsa", "Öberg", ART, "standby painter"),
                        CROWD, person(CROWD, "Extra", "Holm", CROWD, "townspeople")),
                List.of(
                        new DepartmentSummary(
                                CAMERA, PROJECT, "Camera", null, null, "4711, or channel 3", 4, DepartmentKind.CREW),
                        new DepartmentSummary(
                                LIGHT, PROJECT, "Electric", null, null, "+46701740610", 3, DepartmentKind.CREW),
                        new DepartmentSummary(
                                GRIP, PROJECT, "Grip", null, null, "+46701740624", 0, DepartmentKind.CREW),
                        new DepartmentSummary(ART, PROJECT, "Art and props", ASA, null, null, 1, DepartmentKind.CREW),
                        new DepartmentSummary(
                                CROWD, PROJECT, "Background", null, null, null, 2, DepartmentKind.BACKGROUND)),
                Map.of(
                        "best boy grip",
                        new RoleSummary(GRIP, PROJECT, "best boy grip", "best boy grip", List.of("work at height"))),
                planned,
                Map.of(QUAY, location(QUAY, "Slussen, lower quay"), LOCK, location(LOCK, "Lock, west steps")),
                List.of(new Day.Following(working(SATURDAY.plusDays(1), 13), planned)));
    }

    private static WorkingDaySummary working(LocalDate date, int number) {
        return new WorkingDaySummary(
                UUID.randomUUID(),
                PROJECT,
                MAIN_UNIT,
                date,
                number,
                18,
                LocalTime.of(20, 0),
                List.of(new Meal("hot meal", LocalTime.of(1, 0), 60)),
                LocalTime.of(6, 0),
                true,
                "Wet stone",
                "asa@norrsken.example");
    }

    private static CrewEntrySummary person(UUID id, String given, String family, UUID department, String role) {
        return new CrewEntrySummary(
                id,
                PROJECT,
                given,
                family,
                given.toLowerCase(Locale.ROOT) + "@post.example",
                "+46701740624",
                "sv",
                department,
                List.of(role),
                null,
                null,
                0);
    }

    private static ActivitySummary activity(
            String number, String title, String start, int minutes, UUID location, ActivityState state) {
        return new ActivitySummary(
                UUID.randomUUID(),
                PROJECT,
                number,
                title,
                location,
                MAIN_UNIT,
                SATURDAY,
                LocalDateTime.parse(start),
                STOCKHOLM,
                SaltRoad.at(start),
                SaltRoad.at(start).plus(Duration.ofMinutes(minutes)),
                Duration.ofMinutes(minutes),
                List.of(new RoleRequirement("grip", 3), new RoleRequirement("townspeople", 40)),
                List.of(),
                state,
                null,
                null,
                0);
    }

    private static LocationSummary location(UUID id, String name) {
        return new LocationSummary(
                id,
                PROJECT,
                name,
                "Slussplan 1, Stockholm",
                59.3195,
                18.0722,
                STOCKHOLM,
                false,
                "Stadsgårdskajen 14",
                null,
                null,
                new LocationSummary.Hospital("Saltsjö sjukhus", "Ringvägen 52", "+46701740612"),
                null,
                "1 production; 5 safety",
                null,
                0);
    }
}
