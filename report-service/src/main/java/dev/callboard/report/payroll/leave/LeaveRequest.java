package dev.callboard.report.payroll.leave;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_APPROVER_MUST_DIFFER;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_OF_ONES_OWN;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_REQUEST_CLOSED;

/** Days of leave that somebody asks for. Once it is decided or withdrawn nothing in it changes any more. */
@Entity
@Table(name = "leave_request")
class LeaveRequest {
    @Id
    UUID id;

    UUID accountId;
    String employeeNo;

    /** The employee's when it was asked for. */
    @Nullable
    String email;

    LocalDate firstDay;
    LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    LeaveKind kind;

    String note;

    @Enumerated(EnumType.STRING)
    LeaveState state = LeaveState.REQUESTED;

    UUID askedBy;
    String askedByName;
    Instant askedAt;

    /** Who approved, refused or withdrew it. */
    @Nullable
    UUID endedBy;

    @Nullable
    String endedByName;

    @Nullable
    Instant endedAt;

    /** Of a refusal. */
    @Nullable
    String reason;

    @Version
    long version;

    protected LeaveRequest() {}

    LeaveRequest(
            UUID id,
            UUID accountId,
            String employeeNo,
            @Nullable String email,
            LeaveDays days,
            String note,
            Somebody by,
            Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.employeeNo = employeeNo;
        this.email = email;
        this.firstDay = days.from();
        this.lastDay = days.to();
        this.kind = days.kind();
        this.note = note;
        this.askedBy = by.userId();
        this.askedByName = by.name();
        this.askedAt = now;
    }

    LeaveDays days() {
        return new LeaveDays(firstDay, lastDay, kind);
    }

    /** @throws dev.callboard.kit.problem.Problem as {@link #refuse}, LEAVE_APPROVER_MUST_DIFFER */
    void approve(LeaveStanding standing, Instant now) {
        mustBeRefusable(standing);
        if (!standing.mayApprove(this)) throw LEAVE_APPROVER_MUST_DIFFER.of("asked by " + askedByName);
        end(LeaveState.APPROVED, standing, now);
    }

    /** @throws dev.callboard.kit.problem.Problem LEAVE_REQUEST_CLOSED, LEAVE_OF_ONES_OWN, FORBIDDEN */
    void refuse(LeaveStanding standing, String why, Instant now) {
        mustBeRefusable(standing);
        end(LeaveState.REFUSED, standing, now);
        reason = why;
    }

    /** @throws dev.callboard.kit.problem.Problem LEAVE_REQUEST_CLOSED, FORBIDDEN */
    void withdraw(LeaveStanding standing, Instant now) {
        if (!standing.mayWithdraw(this)) throw FORBIDDEN.because("Whoever asked withdraws, or whose leave it is");
        end(LeaveState.WITHDRAWN, standing, now);
    }

    private void mustBeRefusable(LeaveStanding standing) {
        if (!standing.payroll()) throw FORBIDDEN.because("This takes the right PAYROLL in the account");
        if (!standing.mayRefuse(this)) throw LEAVE_OF_ONES_OWN.of("employee " + employeeNo);
    }

    private void end(LeaveState ended, LeaveStanding standing, Instant now) {
        if (state != LeaveState.REQUESTED)
            throw LEAVE_REQUEST_CLOSED.because("state: " + state + " (expected: " + LeaveState.REQUESTED + ")");

        state = ended;
        endedBy = standing.who().userId();
        endedByName = standing.who().name();
        endedAt = now;
    }

    List<String> allowed(LeaveStanding standing) {
        var allowed = new ArrayList<String>();
        if (state != LeaveState.REQUESTED) return allowed;
        if (standing.mayApprove(this)) allowed.add("approve");
        if (standing.mayRefuse(this)) allowed.add("refuse");
        if (standing.mayWithdraw(this)) allowed.add("withdraw");
        return allowed;
    }
}
