package dev.callboard.report.payroll.leave;

import dev.callboard.kit.security.Caller;
import dev.callboard.report.payroll.Payroll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;

/** The caller's. An employee needs no membership: the verified address is the employee's, as for pay slips. */
@RequestScoped
class LeaveStandings {
    @Inject
    Payroll payroll;

    @Inject
    Caller caller;

    @Inject
    LeaveEmployees employees;

    /**
     * @throws dev.callboard.kit.problem.Problem NOT_FOUND for who is neither member nor employee, FORBIDDEN for a member
     *     who is no employee and has not the right
     */
    LeaveStanding require(UUID accountId) {
        var own = employees.of(accountId, caller.email());
        if (own.isEmpty()) payroll.mayUse(accountId);
        return of(accountId, own, own.isEmpty() || payroll.canUse(accountId));
    }

    /**
     * For a request: in somebody else's place not decided by rights that may be over a minute old.
     *
     * @param employeeNo null: one's own
     * @throws dev.callboard.kit.problem.Problem as {@link #require}
     */
    LeaveStanding requireToAsk(UUID accountId, @Nullable String employeeNo) {
        var standing = require(accountId);
        if (employeeNo != null && !standing.own().contains(employeeNo)) payroll.mustBeFresh();
        return standing;
    }

    /**
     * For what takes the right PAYROLL; not decided by rights that may be over a minute old.
     *
     * @throws dev.callboard.kit.problem.Problem as {@link #require}; FORBIDDEN for an employee without the right, too
     */
    LeaveStanding requirePayroll(UUID accountId) {
        var own = employees.of(accountId, caller.email());
        if (own.isEmpty() || payroll.canUse(accountId)) payroll.mayChange(accountId);
        else throw FORBIDDEN.because("This takes the right PAYROLL in the account");
        return of(accountId, own, true);
    }

    private LeaveStanding of(UUID accountId, Set<String> own, boolean isPayroll) {
        return new LeaveStanding(
                accountId, isPayroll, own, new Somebody(caller.userId(), caller.name(), caller.email()));
    }
}
