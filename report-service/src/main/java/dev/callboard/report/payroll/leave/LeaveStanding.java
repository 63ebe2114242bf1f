package dev.callboard.report.payroll.leave;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody may see and do of the leave of an account.
 *
 * @param payroll whether they have the right PAYROLL
 * @param own numbers of the employees that have their verified address
 */
record LeaveStanding(UUID accountId, boolean payroll, Set<String> own, Somebody who) {
    boolean sees(LeaveRequest request) {
        return request.accountId.equals(accountId) && (payroll || isOwn(request));
    }

    /** Whoever has taken over a number since does not see what was asked for before. */
    boolean isOwn(LeaveRequest request) {
        return own.contains(request.employeeNo) && isOf(request.email);
    }

    /** Whoever was that employee then, or is now, does not decide. */
    boolean mayRefuse(LeaveRequest request) {
        return payroll && !own.contains(request.employeeNo) && !isOf(request.email);
    }

    /** Nor does who asked in the employee's place: with an address that is missing or wrong it could be their own leave. */
    boolean mayApprove(LeaveRequest request) {
        return mayRefuse(request) && !who.userId().equals(request.askedBy);
    }

    boolean mayWithdraw(LeaveRequest request) {
        return who.userId().equals(request.askedBy) || isOwn(request);
    }

    private boolean isOf(@Nullable String email) {
        return email != null && email.equalsIgnoreCase(who.email());
    }
}
