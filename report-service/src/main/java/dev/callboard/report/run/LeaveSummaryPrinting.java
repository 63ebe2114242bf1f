package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.leave.LeaveSummaries;
import dev.callboard.report.payroll.leave.LeaveYears;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.LeaveSummary;
import dev.callboard.report.render.LeaveSummaryTemplate;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;

/** One document: what leave an employer owes, by department. It is written down as a whole. */
@ApplicationScoped
class LeaveSummaryPrinting implements Printing<LeaveSummary> {
    @Inject
    Payroll payroll;

    @Inject
    LeaveYears years;

    @Inject
    LeaveSummaries summaries;

    @Inject
    Snapshots snapshots;

    @Override
    public ReportKind kind() {
        return ReportKind.LEAVE_SUMMARY;
    }

    @Override
    public Template<LeaveSummary> template(Language language, @Nullable Picture logo) {
        return new LeaveSummaryTemplate(language, logo);
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID, NOT_FOUND, FORBIDDEN, NOTHING_TO_PRINT */
    @Override
    public Selected select(Wanted wanted, UUID runId) {
        var account = wanted.requiredAccount();
        var number = wanted.requiredYear();
        payroll.mayUse(account);
        var year = years.find(account, number)
                .orElseThrow(() -> NOTHING_TO_PRINT.because(
                        "year: " + number + " (expected: one in which a leave year with a released pay run begins)"));
        var span = LeaveReportPrinting.span(year);
        var selected = new Selected(account, year.from(), span, runId, 1);
        snapshots.write(selected, account, List.of(summaries.of(year, years.people(year))), _ -> span);
        return selected;
    }

    @Override
    public List<Numbered<LeaveSummary>> load(ReportRun run, List<Integer> ordinals) {
        return snapshots.contents(run, ordinals, LeaveSummary.class, LeaveSummary::withDocumentId);
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return snapshots.names(run, ordinals);
    }

    @Override
    public List<String> columns() {
        return List.of("department", "people", "adjusted_days", "paid_days", "saved_days", "worth");
    }

    @Override
    public void rows(LeaveSummary summary, Table table) {
        for (var department : summary.departments())
            table.text(department.name())
                    .number(department.people())
                    .money(department.adjusted())
                    .money(department.paid())
                    .money(department.saved())
                    .money(department.worth())
                    .end();
    }
}
