package dev.callboard.project.timecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.Standing;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A card as people fill it: local times of the location, {@code 2027-10-30T20:00}.
 *
 * @param elapsedMinutes from start to wrap, between instants
 * @param workedMinutes without the meals
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeCardView(
        UUID id,
        UUID projectId,
        UUID callId,
        UUID crewEntryId,
        String name,
        @Nullable String employeeNo,
        @Nullable UUID departmentId,
        UUID unitId,
        LocalDate workingDay,
        String zone,
        String call,
        @Nullable String arrival,
        String start,
        @Nullable String wrap,
        List<MealTimes> meals,
        int travelMinutes,
        int mealPenalties,
        int perDiems,
        long mileageMetres,
        String costCode,
        @Nullable String note,
        long elapsedMinutes,
        long workedMinutes,
        TimeCard.State state,
        @Nullable String comment,
        int revision,
        long version,
        List<String> allowed) {

    record MealTimes(String out, String in) {}

    static TimeCardView of(TimeCard card, @Nullable CrewEntrySummary person, Standing standing) {
        var zone = card.zoneId();
        var work = card.work;
        return new TimeCardView(
                card.id,
                card.projectId,
                card.callId,
                card.crewEntryId,
                person == null ? "" : person.name(),
                person == null ? null : person.employeeNo(),
                card.departmentId,
                card.unitId,
                card.workingDay,
                card.zone,
                LocalMoment.of(card.callAt, zone),
                local(card.arrivedAt, card),
                LocalMoment.of(work.start(), zone),
                local(work.wrap(), card),
                work.meals().stream()
                        .map(meal -> new MealTimes(LocalMoment.of(meal.out(), zone), LocalMoment.of(meal.in(), zone)))
                        .toList(),
                work.travelMinutes(),
                work.mealPenalties(),
                work.perDiems(),
                work.mileageMetres(),
                card.costCode,
                card.note,
                work.elapsed().toMinutes(),
                work.wrap() == null ? Duration.ZERO.toMinutes() : work.worked().toMinutes(),
                card.state,
                card.comment,
                card.revision,
                card.version,
                allowed(card, standing));
    }

    private static @Nullable String local(@Nullable Instant at, TimeCard card) {
        return at == null ? null : LocalMoment.of(at, card.zoneId());
    }

    private static List<String> allowed(TimeCard card, Standing standing) {
        var allowed = new ArrayList<String>();
        boolean fills = standing.isSelf(card.crewEntryId) || standing.leads(card.departmentId);
        switch (card.state) {
            case OPEN, DISPUTED -> {
                if (fills) allowed.addAll(List.of("edit", "submit"));
            }
            case SUBMITTED -> {
                if (standing.isAny(ProjectRight.COORDINATOR)) allowed.add("approve");
                if (fills) allowed.add("dispute");
            }
            case APPROVED -> {
                if (fills) allowed.add("dispute");
            }
            case LOCKED -> {}
        }
        return List.copyOf(allowed);
    }
}
