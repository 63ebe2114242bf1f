package dev.callboard.project.summoning;

import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.LocationSummary.Hospital;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Phase;
import dev.callboard.project.project.ProjectState;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.summoning.Difference.Asked;
import dev.callboard.project.summoning.Roster.Day;
import dev.callboard.project.summoning.Roster.Scheduled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.MAIN_UNIT;
import static dev.callboard.project.call.SaltRoad.PROJECT;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.SATURDAY;
import static dev.callboard.project.call.SaltRoad.STOCKHOLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class GapTest {
    private static final UUID QUAY = UUID.fromString("019a0000-0000-7000-8000-000000000013");
    private static final UUID LOCK = UUID.fromString("019a0000-0000-7000-8000-000000000014");
    private static final Hospital SALTSJO = new Hospital("Saltsjö Hospital", null, "+46701740619");
    private static final String RING = "070-174 06 09";

    private final Difference boIsCalled =
            between(new Asked(BO, MAIN_UNIT, SaltRoad.boAt("2027-10-30T18:00"), Duration.ofHours(20)));

    @Test
    void a_day_with_a_hospital_for_each_place_and_somebody_to_ring_lacks_nothing() {
        assertThat(gaps(SALTSJO, SALTSJO, DepartmentKind.CREW, RING)).isEmpty();
    }

    @Test
    void the_hospital_of_each_place_of_the_day_is_wanted() {
        assertThat(gaps(SALTSJO, null, DepartmentKind.CREW, RING))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.block()).isEqualTo(Gap.Block.HOSPITAL);
                    assertThat(gap.unit()).isEqualTo("Main unit");
                    assertThat(gap.day()).isEqualTo(SATURDAY);
                    assertThat(gap.enterAt()).isEqualTo("/api/v1/locations/" + LOCK);
                    assertThat(gap.detail())
                            .startsWith("Main unit, Sat 30 Oct: Lock, west steps has no nearest hospital");
                });
    }

    @Test
    void a_hospital_can_be_rung_or_driven_to_its_name_alone_is_not_enough() {
        var address = new Hospital("Saltsjö Hospital", "Ringvägen 210", null);
        assertThat(gaps(SALTSJO, address, DepartmentKind.CREW, RING)).isEmpty();
        var name = new Hospital("Saltsjö Hospital", " ", "");
        assertThat(gaps(SALTSJO, name, DepartmentKind.CREW, RING))
                .extracting(Gap::block)
                .containsExactly(Gap.Block.HOSPITAL);
    }

    @Test
    void who_can_be_rung_is_a_department_of_the_crew_with_a_telephone_number() {
        assertThat(gaps(SALTSJO, SALTSJO, DepartmentKind.CREW, "Tora, house 32, +46 70-174 06 20"))
                .isEmpty();
        for (var none : new String[] {null, " ", "ask at house 32 A, room 114"})
            assertThat(gaps(SALTSJO, SALTSJO, DepartmentKind.CREW, none))
                    .as("contact %s", none)
                    .extracting(Gap::block, Gap::enterAt)
                    .containsExactly(tuple(Gap.Block.CONTACTS, "/api/v1/projects/" + PROJECT + "/departments"));
        assertThat(gaps(SALTSJO, SALTSJO, DepartmentKind.CAST, RING))
                .extracting(Gap::block)
                .containsExactly(Gap.Block.CONTACTS);
    }

    @Test
    void a_day_that_nobody_is_told_of_may_wait_for_its_hospital() {
        var kept = Difference.between(
                List.of(SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"))),
                List.of(new Asked(BO, MAIN_UNIT, SaltRoad.boAt("2027-10-30T18:00"), Duration.ofHours(20))),
                Set.of(),
                PUBLISHED);
        var withdrawn = Difference.between(
                List.of(SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"))), List.of(), Set.of(), PUBLISHED);
        assertThat(withdrawn.withdrawn()).hasSize(1);
        for (var difference : List.of(kept, withdrawn))
            assertThat(Gap.of(difference, day(SATURDAY), known(null, null, DepartmentKind.CREW, null)))
                    .isEmpty();
        var tomorrow = day(SATURDAY.plusDays(1));
        assertThat(Gap.of(boIsCalled, tomorrow, known(null, null, DepartmentKind.CREW, RING)))
                .isEmpty();
    }

    private static Difference between(Asked asked) {
        return Difference.between(List.of(), List.of(asked), Set.of(), PUBLISHED);
    }

    /** Of the night that begins at the quay and goes on at the lock. */
    private List<Gap> gaps(
            @Nullable Hospital ofQuay, @Nullable Hospital ofLock, DepartmentKind kind, @Nullable String contact) {
        return Gap.of(boIsCalled, day(SATURDAY), known(ofQuay, ofLock, kind, contact));
    }

    private static List<Scheduled> day(LocalDate date) {
        return List.of(at(QUAY, date), at(LOCK, date), at(LOCK, date));
    }

    private static Scheduled at(UUID location, LocalDate date) {
        return new Scheduled(
                UUID.randomUUID(),
                "31",
                "Night",
                new Day(MAIN_UNIT, date),
                location,
                STOCKHOLM,
                LocalDateTime.parse(date + "T20:00"),
                Duration.ofHours(2));
    }

    private static Briefing known(
            @Nullable Hospital ofQuay, @Nullable Hospital ofLock, DepartmentKind kind, @Nullable String contact) {
        return new Briefing(
                new ProjectSummary(
                        PROJECT, SaltRoad.ACCOUNT, "The Salt Road", STOCKHOLM, ProjectState.OPEN, Phase.EXECUTION),
                "Norrsken Produktion AB",
                "Ana",
                Map.of(),
                Map.of(GRIP, new DepartmentSummary(GRIP, PROJECT, "Grip", null, null, contact, 0, kind)),
                Map.of(MAIN_UNIT, new UnitSummary(MAIN_UNIT, PROJECT, "Main unit", 0)),
                Map.of(
                        QUAY, location(QUAY, "Slussen, lower quay", ofQuay),
                        LOCK, location(LOCK, "Lock, west steps", ofLock)),
                Map.of(),
                Map.of());
    }

    private static LocationSummary location(UUID id, String name, @Nullable Hospital hospital) {
        return new LocationSummary(
                id,
                PROJECT,
                name,
                "Slussplan 1",
                null,
                null,
                STOCKHOLM,
                false,
                null,
                null,
                null,
                hospital,
                null,
                null,
                null,
                0);
    }
}
