package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.Employer;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A leave year of an account as it stood when its reports were asked for. Days in hundredths.
 *
 * @param asOf end of the last released pay period in it
 * @param payRuns released ones up to then, of earlier leave years too; nothing in them changes any more
 */
public record LeaveYear(
        UUID accountId,
        LocalDate from,
        LocalDate asOf,
        List<UUID> payRuns,
        Rule rule,
        String currency,
        Employer employer) {

    /** @param firstMonth of a leave year */
    public record Rule(int firstMonth, int mostSaved, int savedYears) {
        LocalDate yearOf(LocalDate day) {
            var start = LocalDate.of(day.getYear(), firstMonth, 1);
            return start.isAfter(day) ? start.minusYears(1) : start;
        }
    }

    public LocalDate to() {
        return from.plusYears(1).minusDays(1);
    }

    /**
     * With what can still change: what was earned is read from the pay runs.
     *
     * @param dayWorth minor units that a day of leave is worth at the rate of the day of the report
     */
    public record Person(
            String employeeNo,
            String name,
            String jobTitle,
            String department,
            LocalDate startedOn,
            int annual,
            long dayWorth,
            @Nullable Opening opening,
            List<Booking> bookings,
            List<Adjustment> adjustments) {

        /** What was written down for a report before there were adjustments has none. */
        public Person {
            adjustments = adjustments == null ? List.of() : adjustments;
        }

        @Override
        public String toString() {
            return "employee " + employeeNo;
        }
    }

    /** @param date the day before the first pay period that was calculated here in its year */
    public record Opening(LocalDate date, int days) {}

    /** @param approval null for leave that was approved elsewhere and imported */
    public record Booking(
            LocalDate from,
            LocalDate to,
            LeaveKind kind,
            LocalDate importedOn,
            @Nullable Approval approval) {
        /** Some of its days, which came the same way. */
        Booking of(LocalDate first, LocalDate last) {
            return new Booking(first, last, kind, importedOn, approval);
        }
    }

    /** @param by name of who approved it, as it was then */
    public record Approval(LocalDate requestedOn, LocalDate approvedOn, String by) {}

    /**
     * Days that somebody of payroll added to a balance, or took from it.
     *
     * @param kind PAID or SAVED
     * @param by name of who did, as it was then
     */
    public record Adjustment(LocalDate date, LeaveKind kind, int days, String reason, String by) {}
}
