package dev.callboard.report.payroll;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of payroll. */
public enum PayrollProblem implements ProblemType {
    INVALID_ROWS(422, "Rows of the file are not as expected"),
    HOURS_ALREADY_IMPORTED(409, "This file was imported before"),
    PAY_SCHEME_UNKNOWN(422, "There is no such pay scheme"),
    CURRENCY_NOT_OF_SCHEME(409, "The account's currency is not the one of its pay scheme"),
    ACCOUNT_SUSPENDED(409, "The account is suspended: no new pay runs"),
    PAY_PERIOD_CLOSED(409, "The pay period is closed"),
    PAY_PERIOD_NOT_SETTLED(409, "The pay period has no released pay run"),
    PAY_PERIOD_HAS_RUN(409, "The pay period has a pay run"),
    PAY_RUN_NOT_CALCULATED(409, "The pay run is not calculated"),
    PAY_RUN_NOT_APPROVED(409, "The pay run is not approved"),
    NOTHING_TO_PAY(409, "The pay run has no slips"),
    PAY_RUN_APPROVED(409, "The pay run is approved: nothing in it changes any more"),
    PAY_RUN_STALE(409, "Work changed since the calculation: calculate again"),
    APPROVER_MUST_DIFFER(403, "The account asks for another approver than who calculated"),
    LEAVE_OVERLAPS(409, "Leave is booked on these days already"),
    LEAVE_YEAR_MISMATCH(422, "The days are not in one leave year, this or the next"),
    LEAVE_REQUEST_CLOSED(409, "The leave request was decided or withdrawn"),
    LEAVE_OF_ONES_OWN(403, "Nobody decides about leave of their own"),
    LEAVE_APPROVER_MUST_DIFFER(403, "Who asked for leave does not approve it"),
    LEAVE_EMPLOYEE_CHANGED(409, "The employee has another address than when leave was asked for"),
    LEAVE_EMPLOYEE_UNADDRESSED(409, "The employee has no address: enter it first"),
    EMPLOYER_INCOMPLETE(409, "The employer's paying account is missing or invalid"),
    EMPLOYER_NOT_PRINTABLE(409, "The employer's name, address or contact has a character that no document can show");

    private final int status;
    private final String title;

    PayrollProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
