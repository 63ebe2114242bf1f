package dev.callboard.report.payroll.payrun;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.APPROVER_MUST_DIFFER;
import static dev.callboard.report.payroll.PayrollProblem.PAY_RUN_APPROVED;
import static dev.callboard.report.payroll.PayrollProblem.PAY_RUN_NOT_APPROVED;
import static dev.callboard.report.payroll.PayrollProblem.PAY_RUN_NOT_CALCULATED;

/**
 * The pay of one period. It is calculated as often as needed; from approval on nothing in it changes, and what was wrong
 * is corrected in the next period.
 */
@Entity
@Table(name = "pay_run")
class PayRun {
    @Schema(name = "PayRunState")
    enum State {
        CALCULATING,
        /** The calculation gave up; {@link PayRun#failure} says why. It can be asked for again. */
        FAILED,
        CALCULATED,
        REVIEWED,
        APPROVED,
        RELEASED
    }

    @Id
    UUID id;

    UUID accountId;

    /** First day of the period. */
    LocalDate month;

    LocalDate payDate;
    String currency;

    @Enumerated(EnumType.STRING)
    State state = State.CALCULATING;

    /** Rises with each calculation. */
    int calculation = 1;

    Instant createdAt;
    UUID calculatedBy;

    @Nullable
    Instant calculatedAt;

    /**
     * How many other pay runs of the account were approved in what the calculation read. None is ever not approved any
     * more, so another number means that one was approved since. Null: never calculated, or before this was counted.
     */
    @Nullable
    Integer approvedBefore;

    @Nullable
    UUID reviewedBy;

    @Nullable
    Instant reviewedAt;

    @Nullable
    UUID approvedBy;

    @Nullable
    Instant approvedAt;

    @Nullable
    UUID releasedBy;

    @Nullable
    Instant releasedAt;

    @Nullable
    String failure;

    /** What the slips say of the employer and the scheme, as it stood at the calculation. */
    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    Terms terms;

    @Embedded
    Totals totals = Totals.NONE;

    @Version
    @Column(name = "version")
    long version;

    protected PayRun() {}

    PayRun(UUID id, UUID accountId, YearMonth period, LocalDate payDate, String currency, UUID by, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.month = period.atDay(1);
        this.payDate = payDate;
        this.currency = currency;
        this.calculatedBy = by;
        this.createdAt = now;
    }

    YearMonth period() {
        return YearMonth.from(month);
    }

    boolean isApproved() {
        return state == State.APPROVED || state == State.RELEASED;
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_NOT_APPROVED */
    void mustBeApproved() {
        if (!isApproved()) throw PAY_RUN_NOT_APPROVED.because(stateBut("APPROVED or RELEASED"));
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_APPROVED */
    private void mustNotBeApproved() {
        if (isApproved())
            throw PAY_RUN_APPROVED.because(
                    stateBut("CALCULATED or REVIEWED: after its approval nothing in a pay run changes"));
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_APPROVED, PAY_RUN_NOT_CALCULATED */
    private void mustBeCalculated() {
        mustNotBeApproved();
        if (state != State.CALCULATED && state != State.REVIEWED)
            throw PAY_RUN_NOT_CALCULATED.because(stateBut("CALCULATED or REVIEWED"));
    }

    private String stateBut(String expected) {
        return "state: " + state + " (expected: " + expected + ")";
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_APPROVED */
    void calculateAgain(UUID by) {
        mustNotBeApproved();
        if (state == State.CALCULATING) return;

        state = State.CALCULATING;
        calculation++;
        calculatedBy = by;
        failure = null;
        reviewedBy = null;
        reviewedAt = null;
    }

    void calculated(Terms terms, Totals totals, int approvedBefore, Instant now) {
        state = State.CALCULATED;
        this.terms = terms;
        this.totals = totals;
        this.approvedBefore = approvedBefore;
        calculatedAt = now;
    }

    void failed(String why) {
        state = State.FAILED;
        failure = why;
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_APPROVED, PAY_RUN_NOT_CALCULATED */
    void review(UUID by, Instant now) {
        if (state == State.REVIEWED) return;
        mustBeCalculated();

        state = State.REVIEWED;
        reviewedBy = by;
        reviewedAt = now;
    }

    /**
     * @param mustDiffer whether the account asks for another person than who calculated
     * @throws dev.callboard.kit.problem.Problem PAY_RUN_APPROVED, PAY_RUN_NOT_CALCULATED, APPROVER_MUST_DIFFER,
     *     EMPLOYER_INCOMPLETE for what no bank would pay and EMPLOYER_NOT_PRINTABLE for what no slip could be drawn
     *     with: once approved, nobody could mend it
     */
    void approve(UUID by, boolean mustDiffer, Instant now) {
        mustBeCalculated();
        if (mustDiffer && by.equals(calculatedBy))
            throw APPROVER_MUST_DIFFER.because("The caller calculated it (expected: an approval by somebody else)");
        if (totals.slips() > 0) {
            terms.mustHaveAccount();
            terms.employer().mustBePrintable();
        }

        state = State.APPROVED;
        approvedBy = by;
        approvedAt = now;
    }

    /** @throws dev.callboard.kit.problem.Problem PAY_RUN_NOT_APPROVED */
    void release(UUID by, Instant now) {
        if (state == State.RELEASED) return;
        mustBeApproved();

        state = State.RELEASED;
        releasedBy = by;
        releasedAt = now;
    }

    List<String> allowed() {
        var allowed = new ArrayList<String>();
        switch (state) {
            case CALCULATING -> {}
            case FAILED -> allowed.add("calculate");
            case CALCULATED -> allowed.addAll(List.of("calculate", "review", "approve"));
            case REVIEWED -> allowed.addAll(List.of("calculate", "approve"));
            case APPROVED -> allowed.addAll(List.of("release", "print"));
            case RELEASED -> allowed.add("print");
        }
        return allowed;
    }
}
