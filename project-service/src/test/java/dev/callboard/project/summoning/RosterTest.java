package dev.callboard.project.summoning;

import dev.callboard.project.summoning.Roster.Booked;
import dev.callboard.project.summoning.Roster.Day;
import dev.callboard.project.summoning.Roster.DayFacts;
import dev.callboard.project.summoning.Roster.Scheduled;
import dev.callboard.project.summoning.Roster.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.MAIN_UNIT;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.STOCKHOLM;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {
    private static final UUID SECOND_UNIT = UUID.randomUUID();
    private static final UUID STUDIO = UUID.randomUUID();
    private static final Duration TWENTY_HOURS = Duration.ofHours(20);
    private final Day saturday = new Day(MAIN_UNIT, SATURDAY);
    private final Scheduled quay = scheduled("31", saturday, "2027-10-30T20:00", 10);
    private final Scheduled night = scheduled("32", saturday, "2027-10-31T02:30", 2);

    @Test
    void a_role_is_called_its_offset_before_the_activity() {
        var roster = roster(List.of(wanted(quay, "best boy grip", 1, 120)), List.of(booked(BO, "best boy grip")));
        var call = roster.calls().getFirst();
        assertThat(call.callAt()).isEqualTo(at("2027-10-30T18:00"));
        assertThat(call.wrapAt()).isEqualTo(at("2027-10-31T06:00").minusSeconds(3600));
        assertThat(roster.open()).isEmpty();
    }

    @Test
    void two_roles_on_the_same_day_merge_into_one_call_at_the_earliest_time() {
        var roster = roster(
                List.of(wanted(quay, "grip", 1, 60), wanted(night, "driver", 1, 30), wanted(quay, "rigger", 1, 150)),
                List.of(booked(BO, "grip"), booked(BO, "driver"), booked(BO, "rigger")));
        assertThat(roster.calls()).hasSize(1);
        var call = roster.calls().getFirst();
        assertThat(call.callAt()).isEqualTo(at("2027-10-30T17:30"));
        assertThat(call.roles()).containsExactly("rigger", "grip", "driver");
        assertThat(call.activities()).containsExactly(quay, night);
    }

    @Test
    void work_after_midnight_belongs_to_the_day_it_began() {
        var call = roster(List.of(wanted(night, "driver", 1, 30)), List.of(booked(BO, "driver")))
                .calls()
                .getFirst();
        assertThat(call.day().date()).isEqualTo(SATURDAY);
        assertThat(call.callAt()).isEqualTo(at("2027-10-31T02:00"));
    }

    @Test
    void the_days_own_wrap_and_general_call_count_where_they_are_set() {
        var day = new DayFacts(
                saturday, LocalDateTime.parse("2027-10-30T19:00"), LocalDateTime.parse("2027-10-31T06:00"));
        var roster = Roster.of(
                List.of(wanted(quay, "grip", 1, null)), byId(quay), List.of(booked(BO, "grip")), List.of(day));
        assertThat(roster.calls().getFirst().callAt()).isEqualTo(at("2027-10-30T19:00"));
        assertThat(roster.calls().getFirst().wrapAt()).isEqualTo(at("2027-10-31T06:00"));
    }

    @Test
    void a_role_with_too_few_people_is_listed_as_open() {
        var roster = roster(List.of(wanted(quay, "grip", 3, 60)), List.of(booked(BO, "grip")));
        assertThat(roster.calls()).hasSize(1);
        assertThat(roster.open()).singleElement().satisfies(open -> {
            assertThat(open.count()).isEqualTo(3);
            assertThat(open.booked()).isEqualTo(1);
        });
    }

    @Test
    void no_more_are_called_than_wanted_and_who_was_booked_first_comes() {
        var roster = roster(List.of(wanted(quay, "grip", 1, 60)), List.of(booked(ASA, "grip"), booked(BO, "grip")));
        assertThat(roster.calls()).singleElement().satisfies(call -> assertThat(call.crewEntryId())
                .isEqualTo(ASA));
    }

    @Test
    void a_booking_that_ends_before_the_day_calls_nobody() {
        var gone = new Booked(UUID.randomUUID(), BO, "grip", SATURDAY.minusDays(5), SATURDAY.minusDays(1));
        assertThat(roster(List.of(wanted(quay, "grip", 1, 60)), List.of(gone)).calls())
                .isEmpty();
    }

    @Test
    void less_than_eleven_hours_between_wrap_and_call_is_a_violation() {
        var friday = scheduled("30", new Day(MAIN_UNIT, SATURDAY.minusDays(1)), "2027-10-29T18:00", 12);
        var found = violations(List.of(friday, scheduled("31", saturday, "2027-10-30T15:30", 5)));
        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Violation.Rule.REST);
            assertThat(violation.detail())
                    .isEqualTo("rest 8 h 30 before the call of Sat 30 Oct 14:30 (expected: 11 hours or more)");
        });
    }

    @Test
    void rest_is_elapsed_time_the_night_that_looks_ten_hours_long_is_eleven() {
        var saturdayEvening = scheduled("31", saturday, "2027-10-30T10:00", 12);
        var sunday = new Day(MAIN_UNIT, SATURDAY.plusDays(1));
        // 22:00 to 08:00 by the dial, eleven hours by the clock.
        assertThat(violations(List.of(saturdayEvening, scheduled("33", sunday, "2027-10-31T09:00", 5))))
                .isEmpty();
        assertThat(violations(List.of(saturdayEvening, scheduled("33", sunday, "2027-10-31T08:59", 5))))
                .hasSize(1);
    }

    @Test
    void one_person_in_two_units_at_once_is_an_overlap() {
        var other = scheduled("91", new Day(SECOND_UNIT, SATURDAY), "2027-10-30T22:00", 4);
        assertThat(violations(List.of(quay, other))).singleElement().satisfies(violation -> assertThat(violation.rule())
                .isEqualTo(Violation.Rule.OVERLAP));
    }

    @Test
    void an_exclusive_studio_is_used_by_one_activity_at_a_time() {
        var first = in(STUDIO, "41", "2027-10-30T08:00", 4);
        var second = in(STUDIO, "42", "2027-10-30T11:00", 4);
        var third = in(STUDIO, "43", "2027-10-30T15:00", 4);
        var found = Violation.of(roster(List.of(), List.of()), List.of(first, second, third), Set.of(STUDIO));
        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Violation.Rule.DOUBLE_BOOKING);
            assertThat(violation.detail()).contains("activities 41 and 42");
        });
        assertThat(Violation.of(roster(List.of(), List.of()), List.of(first, second), Set.of()))
                .isEmpty();
    }

    private static List<Violation> violations(List<Scheduled> activities) {
        var wanted = activities.stream()
                .map(activity -> wanted(activity, "grip", 1, 60))
                .toList();
        var roster =
                Roster.of(wanted, byId(activities.toArray(Scheduled[]::new)), List.of(booked(BO, "grip")), List.of());
        return Violation.of(roster, activities, Set.of());
    }

    private Roster roster(List<Wanted> wanted, List<Booked> bookings) {
        return Roster.of(wanted, byId(quay, night), bookings, List.of());
    }

    static Scheduled scheduled(String number, Day day, String start, int hours) {
        return new Scheduled(
                UUID.randomUUID(),
                number,
                "Activity " + number,
                day,
                UUID.randomUUID(),
                STOCKHOLM,
                LocalDateTime.parse(start),
                Duration.ofHours(hours));
    }

    private Scheduled in(UUID location, String number, String start, int hours) {
        var at = scheduled(number, saturday, start, hours);
        return new Scheduled(
                at.activityId(), number, at.title(), saturday, location, STOCKHOLM, at.start(), at.duration());
    }

    private static Wanted wanted(Scheduled activity, String role, int count, @Nullable Integer offsetMinutes) {
        return new Wanted(
                UUID.randomUUID(),
                activity.activityId(),
                role,
                count,
                offsetMinutes == null ? null : Duration.ofMinutes(offsetMinutes),
                TWENTY_HOURS);
    }

    private static Booked booked(UUID person, String role) {
        return new Booked(UUID.randomUUID(), person, role, LocalDate.of(2027, 10, 18), LocalDate.of(2027, 11, 6));
    }

    private static Map<UUID, Scheduled> byId(Scheduled... activities) {
        return Arrays.stream(activities).collect(Collectors.toMap(Scheduled::activityId, Function.identity()));
    }
}
