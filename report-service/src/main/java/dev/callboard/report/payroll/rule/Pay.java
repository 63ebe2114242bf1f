package dev.callboard.report.payroll.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one employee is paid for one period. Sums are of the lines as they are rounded; tax and deductions are negative,
 * so that {@code net = gross + beforeTax + tax + afterTax + reimbursements}: what was received in kind is taxed and not
 * paid.
 *
 * @param minutes of work, overtime and the guaranteed part of short days included
 * @param benefits received in kind
 * @param taxable gross + benefits + before tax
 * @param employerCost on top of the pay, not deducted
 * @param holidayPay accrued and not paid yet
 * @param leaveTaken hundredths of days
 * @param longWeeks Mondays of the weeks in which more was worked than the scheme lets pass unseen
 * @param withoutRule kinds of work that the scheme does not pay: it is not settled
 * @param works everything that this pay settles, whether it made a line or not
 */
public record Pay(
        List<PayLine> lines,
        long minutes,
        long overtimeMinutes,
        long gross,
        long benefits,
        long beforeTax,
        long taxable,
        long tax,
        long afterTax,
        long reimbursements,
        long net,
        long employerCost,
        long holidayPay,
        long leaveTaken,
        List<LocalDate> longWeeks,
        List<WorkKind> withoutRule,
        List<UUID> works) {

    /** What was received in kind, of sums that are stored without it; {@code render.PayRegister} says the same. */
    public static long benefitsOf(long gross, long beforeTax, long taxable) {
        return taxable - gross - beforeTax;
    }

    public boolean hasLines() {
        return !lines.isEmpty();
    }
}
