package dev.callboard.project.timecard;

import dev.callboard.contracts.project.TimeCardFact.TimeCardApproved;
import dev.callboard.contracts.project.TimeCardFact.TimeCardReopened;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Call;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.project.timecard.TimeCardProblem.TIME_CARD_INCOMPLETE;
import static dev.callboard.project.timecard.TimeCardProblem.TIME_CARD_LOCKED;
import static dev.callboard.project.timecard.TimeCardProblem.TIME_CARD_NOT_OPEN;
import static dev.callboard.project.timecard.TimeCardProblem.TIME_CARD_NOT_SUBMITTED;
import static dev.callboard.project.timecard.TimeCardProblem.TIME_CARD_WITHOUT_EMPLOYEE;

/**
 * One person's work on one working day. Crew and heads may fill it until it is approved; an approval is what payroll is
 * told; what a pay run has used is never changed again.
 */
@Entity
@Table(name = "time_card")
class TimeCard {
    @Schema(name = "TimeCardState")
    enum State {
        OPEN,
        SUBMITTED,
        APPROVED,
        DISPUTED,
        LOCKED
    }

    @Id
    UUID id;

    UUID accountId;

    /** First of the month in which the card was opened: part of the table's primary key. */
    LocalDate month;

    UUID projectId;
    UUID callId;
    UUID crewEntryId;

    @Nullable
    UUID departmentId;

    UUID unitId;
    LocalDate workingDay;
    String zone;
    Instant callAt;

    @Nullable
    Instant arrivedAt;

    @Convert(converter = WorkColumn.class)
    Work work;

    String costCode;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    State state;

    /** Why it is disputed. */
    @Nullable
    String comment;

    /** Rises with each approval. */
    int revision;

    @Version
    long version;

    protected TimeCard() {}

    /**
     * Prefilled: work begins at the call, or at the arrival of who came later; it ends at the wrap that was noted, else at
     * the day's own.
     *
     * @param meals of the working day, as planned
     */
    static TimeCard of(UUID id, Call call, List<Work.Meal> meals, String costCode, Instant now) {
        var card = new TimeCard();
        card.id = id;
        card.accountId = call.belongs().accountId();
        card.month = now.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        card.projectId = call.belongs().projectId();
        card.callId = call.id();
        card.crewEntryId = call.belongs().crewEntryId();
        card.departmentId = call.belongs().departmentId();
        card.unitId = call.belongs().unitId();
        card.workingDay = call.workingDay();
        card.zone = call.brief().zone().getId();
        card.callAt = call.brief().callAt();
        card.costCode = costCode;
        card.state = State.OPEN;
        card.work = new Work(card.callAt, call.brief().wrapAt(), List.of(), 0, 0, 0, 0);
        card.prefill(call, meals);
        return card;
    }

    /** What the day said, while nobody has said otherwise. */
    final void prefill(Call call, List<Work.Meal> meals) {
        if (state != State.OPEN) return;
        arrivedAt = switch (call.tracks().attendance()) {
            case Attendance.Arrived(var at) -> at;
            case Attendance.Wrapped(var at, var _) -> at;
            case Attendance.Expected _, Attendance.NoShow _ -> null;
        };
        var start = arrivedAt != null && arrivedAt.isAfter(callAt) ? arrivedAt : callAt;
        var wrap = call.tracks().attendance() instanceof Attendance.Wrapped(var _, var at)
                ? at
                : call.brief().wrapAt();
        var eaten = meals.stream()
                .filter(meal -> meal.out().isAfter(start) && meal.in().isBefore(wrap))
                .toList();
        work = new Work(
                start, wrap, eaten, work.travelMinutes(), work.mealPenalties(), work.perDiems(), work.mileageMetres());
    }

    /**
     * @throws dev.callboard.kit.problem.Problem INVALID, TIME_CARD_NOT_OPEN, TIME_CARD_LOCKED
     */
    void fill(Work filled, String costCode, @Nullable String note) {
        mustBeOpen();
        this.work = filled.mealsInOrder().checked();
        this.costCode = costCode;
        this.note = note;
    }

    /** @throws dev.callboard.kit.problem.Problem TIME_CARD_NOT_OPEN, TIME_CARD_INCOMPLETE, TIME_CARD_LOCKED */
    void submit() {
        mustBeOpen();
        if (work.wrap() == null) throw TIME_CARD_INCOMPLETE.of(workingDay);
        work.checked();
        state = State.SUBMITTED;
        comment = null;
    }

    /**
     * @param employeeNo of the crew entry's engagement
     * @throws dev.callboard.kit.problem.Problem TIME_CARD_NOT_SUBMITTED, TIME_CARD_WITHOUT_EMPLOYEE, TIME_CARD_LOCKED
     */
    TimeCardApproved approve(@Nullable String employeeNo, Instant now) {
        if (state == State.LOCKED) throw TIME_CARD_LOCKED.of(workingDay);
        if (state != State.SUBMITTED) throw TIME_CARD_NOT_SUBMITTED.of(state);
        if (employeeNo == null || employeeNo.isBlank()) throw TIME_CARD_WITHOUT_EMPLOYEE.of(workingDay);

        state = State.APPROVED;
        comment = null;
        revision++;
        return new TimeCardApproved(
                projectId,
                accountId,
                id,
                revision,
                employeeNo,
                workingDay,
                zone,
                work.spans(),
                work.travelMinutes(),
                costCode,
                work.mealPenalties(),
                work.perDiems(),
                work.mileageMetres(),
                now);
    }

    /**
     * Somebody does not agree; the card is open again for changes.
     *
     * @return the fact that takes an approval back, when there was one
     * @throws dev.callboard.kit.problem.Problem TIME_CARD_LOCKED
     */
    Optional<TimeCardReopened> dispute(String why, Instant now) {
        if (state == State.LOCKED) throw TIME_CARD_LOCKED.of(workingDay);
        boolean approved = state == State.APPROVED;
        state = State.DISPUTED;
        comment = why;
        return approved ? Optional.of(new TimeCardReopened(projectId, accountId, id, revision, now)) : Optional.empty();
    }

    /** A pay run was approved on it: whatever is said meanwhile comes too late and is corrected in the next period. */
    void lock() {
        state = State.LOCKED;
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    private void mustBeOpen() {
        switch (state) {
            case OPEN, DISPUTED -> {}
            case SUBMITTED, APPROVED -> throw TIME_CARD_NOT_OPEN.of(state);
            case LOCKED -> throw TIME_CARD_LOCKED.of(workingDay);
        }
    }
}
