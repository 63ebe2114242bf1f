package dev.callboard.project.summoning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.summoning.Roster.Day;
import dev.callboard.project.summoning.Roster.Scheduled;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;

/**
 * What the call sheet of a day may not be without and is. Other blocks are left out where nothing is known; a day without a
 * hospital or without anybody to ring is not published, whatever reason is given.
 *
 * @param unit its name
 * @param locationId whose hospital is not known; null for contacts
 * @param detail what is missing, and what was expected
 * @param enterAt address that takes it
 */
@Schema(name = "CallSheetGap")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gap(
        Block block,
        UUID unitId,
        String unit,
        LocalDate day,
        @Nullable UUID locationId,
        String detail,
        String enterAt) {
    @Schema(name = "CallSheetBlock")
    enum Block {
        /** A place of the day has no nearest hospital. */
        HOSPITAL,
        /** No department of the crew has a telephone number. */
        CONTACTS
    }

    /**
     * Of the days that a publication tells somebody of, for the first time or again: who is only withdrawn needs neither.
     *
     * @param activities all that stand, in the draft or in the published plan: a place of both is named once
     */
    static List<Gap> of(Difference difference, Collection<Scheduled> activities, Briefing known) {
        boolean nobodyToRing = known.departments().values().stream().noneMatch(DepartmentSummary::canBeRung);
        var found = new ArrayList<Gap>();
        for (var day : told(difference)) {
            activities.stream()
                    .filter(activity -> activity.day().equals(day))
                    .map(activity -> known.locations().get(activity.locationId()))
                    .filter(Objects::nonNull)
                    .filter(place -> !place.hasHospital())
                    .distinct()
                    .sorted(comparing(LocationSummary::name))
                    .forEach(place -> found.add(hospital(day, place, known)));
            if (nobodyToRing) found.add(contacts(day, known));
        }
        return found;
    }

    private static List<Day> told(Difference difference) {
        return Stream.concat(
                        difference.called().stream().map(Difference.New::asked),
                        difference.calledAgain().stream().map(Difference.Again::asked))
                .map(asked -> new Day(asked.unitId(), asked.brief().workingDay()))
                .distinct()
                .sorted(comparing(Day::date).thenComparing(Day::unitId))
                .toList();
    }

    private static Gap hospital(Day day, LocationSummary place, Briefing known) {
        return new Gap(
                Block.HOSPITAL,
                day.unitId(),
                unit(day, known),
                day.date(),
                place.id(),
                said(day, known) + ": " + place.name()
                        + " has no nearest hospital (expected: its name, and a telephone number or an address)",
                "/api/v1/locations/" + place.id());
    }

    private static Gap contacts(Day day, Briefing known) {
        return new Gap(
                Block.CONTACTS,
                day.unitId(),
                unit(day, known),
                day.date(),
                null,
                said(day, known)
                        + ": nobody can be rung (expected: a department of the crew whose contact has a telephone number)",
                "/api/v1/projects/" + known.project().id() + "/departments");
    }

    private static String said(Day day, Briefing known) {
        return unit(day, known) + ", " + Spoken.day(day.date());
    }

    private static String unit(Day day, Briefing known) {
        var unit = known.units().get(day.unitId());
        return unit == null ? "" : unit.name();
    }
}
