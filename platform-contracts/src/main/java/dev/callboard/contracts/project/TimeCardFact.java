package dev.callboard.contracts.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the time card domain tells the others. Topic project-events, keyed by project id. */
public sealed interface TimeCardFact {
    UUID projectId();

    UUID timeCardId();

    /**
     * Work that may be paid. It carries the spans, not sums by kind: what counts as night, Sunday or overtime is a pay
     * rule, and pay rules are payroll's data.
     *
     * @param revision rises with each approval of the same card; the highest counts
     * @param employeeNo of the paying account; unknown there, it becomes a named exception of the pay run
     * @param workingDay local date by which the work is named and paid
     * @param zone IANA zone of the location, in which night and Sunday are read
     * @param worked spans of work without meals, in order, not overlapping
     * @param travelMinutes of the day, beside the work
     * @param mealPenalties meals that came too late or not at all
     * @param perDiems daily allowances
     * @param mileageMetres driven in the own car
     */
    record TimeCardApproved(
            UUID projectId,
            UUID accountId,
            UUID timeCardId,
            int revision,
            String employeeNo,
            LocalDate workingDay,
            String zone,
            List<Span> worked,
            int travelMinutes,
            String costCode,
            int mealPenalties,
            int perDiems,
            long mileageMetres,
            Instant at)
            implements TimeCardFact {}

    /** An approval was taken back before the pay run locked the card. */
    record TimeCardReopened(UUID projectId, UUID accountId, UUID timeCardId, int revision, Instant at)
            implements TimeCardFact {}

    /** From, inclusive, to, exclusive. Instants: a night across the clock change is as long as it was. */
    record Span(Instant from, Instant to) {}
}
