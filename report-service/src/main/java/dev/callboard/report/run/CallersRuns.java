package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.UUID;

/** Report runs as the caller reaches them: another account's is as unknown as one that does not exist. */
@ApplicationScoped
class CallersRuns {
    @Inject
    Payroll payroll;

    @Inject
    ReportRuns runs;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    ReportRun visible(UUID id) {
        return runs.report(id)
                .filter(run -> payroll.canUse(run.accountId))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("report run"));
    }

    /**
     * For writes, which rights that may be over a minute old do not decide.
     *
     * @throws dev.callboard.kit.problem.Problem NOT_FOUND, RIGHTS_UNKNOWN
     */
    ReportRun changeable(UUID id) {
        var run = visible(id);
        payroll.mustBeFresh();
        return run;
    }
}
