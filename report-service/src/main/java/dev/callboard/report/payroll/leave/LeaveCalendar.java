package dev.callboard.report.payroll.leave;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemType;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import dev.callboard.report.payroll.period.PayPeriods;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.LEAVE_YEAR_MISMATCH;
import static dev.callboard.report.payroll.PayrollProblem.PAY_PERIOD_CLOSED;

/** On which days leave can be asked for, and balances adjusted: behind the last closed pay period, and not far ahead. */
@ApplicationScoped
class LeaveCalendar {
    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    @Inject
    PayPeriods periods;

    @Inject
    InstantSource clock;

    /** In the zone of the account's payroll. */
    LocalDate dayOf(UUID accountId, Instant instant) {
        return LocalDate.ofInstant(
                instant, ZoneId.of(settings.of(accountId).settings().zone()));
    }

    /**
     * Days of one leave year, this or the next, some of which are worked.
     *
     * @throws Problem INVALID, LEAVE_YEAR_MISMATCH, PAY_PERIOD_CLOSED
     */
    void check(UUID accountId, LeaveDays days) {
        mustBeOfOurTime("from", days.from());
        mustBeOfOurTime("to", days.to());
        if (days.to().isBefore(days.from()))
            throw refused(CommonProblem.INVALID, "to", days.to(), days.from() + " or later");
        var rule = rule(accountId);
        var thisYear = rule.yearOf(today(accountId));
        var year = rule.yearOf(days.from());
        if (year.isBefore(thisYear) || year.isAfter(thisYear.plusYears(1)))
            throw refused(
                    LEAVE_YEAR_MISMATCH,
                    "from",
                    days.from(),
                    thisYear + " to " + thisYear.plusYears(2).minusDays(1) + ", in this leave year or the next");
        var end = year.plusYears(1).minusDays(1);
        if (days.to().isAfter(end))
            throw refused(LEAVE_YEAR_MISMATCH, "to", days.to(), end + " or earlier, where the leave year ends");
        if (LeaveLedger.workingDays(days.from(), days.to()) == 0)
            throw refused(CommonProblem.INVALID, "to", days.to(), "a day from Monday to Friday among them");
        mustBeOpen(accountId, "from", days.from());
    }

    /**
     * From the leave year before this one to today, or to the first day that is not closed yet.
     *
     * @throws Problem INVALID, PAY_PERIOD_CLOSED
     */
    void checkAdjustment(UUID accountId, LocalDate day) {
        mustBeOfOurTime("date", day);
        var earliest = rule(accountId).yearOf(today(accountId)).minusYears(1);
        var latest = latestOpen(accountId);
        if (day.isBefore(earliest) || day.isAfter(latest))
            throw refused(CommonProblem.INVALID, "date", day, earliest + " to " + latest);
        mustBeOpen(accountId, "date", day);
    }

    /** Today, or the first day after the closed periods where a month was paid before its end. */
    LocalDate latestOpen(UUID accountId) {
        var today = today(accountId);
        return settledUntil(accountId)
                .map(end -> end.plusDays(1))
                .filter(open -> open.isAfter(today))
                .orElse(today);
    }

    /** The last day of the closed periods. */
    Optional<LocalDate> settledUntil(UUID accountId) {
        return periods.lastSettled(accountId).map(YearMonth::atEndOfMonth);
    }

    /**
     * Behind the {@link LeaveLock}, which a pay run's approval takes too.
     *
     * @throws Problem PAY_PERIOD_CLOSED: a pay run was approved, and its slips say what leave was left
     */
    void mustBeOpen(UUID accountId, String field, LocalDate day) {
        var closed = periods.lastSettled(accountId);
        if (closed.isEmpty() || day.isAfter(closed.get().atEndOfMonth())) return;
        var open = closed.get().plusMonths(1).atDay(1);
        throw refused(PAY_PERIOD_CLOSED, field, day, open + " or later, as " + closed.get() + " is closed");
    }

    /** A leave year is reckoned from it, and the calendar has an end. */
    private static void mustBeOfOurTime(String field, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2100)
            throw refused(CommonProblem.INVALID, field, day, "a day of the years 2000 to 2100");
    }

    private LocalDate today(UUID accountId) {
        return dayOf(accountId, clock.instant());
    }

    private Rule rule(UUID accountId) {
        var year = schemes.get(settings.of(accountId).settings().scheme()).leaveYear();
        return new Rule(year.firstMonth(), year.mostSaved(), year.savedYears());
    }

    private static Problem refused(ProblemType type, String field, LocalDate value, String expected) {
        return type.because(field + ": " + value + " (expected: " + expected + ")")
                .field(field, value, expected);
    }
}
