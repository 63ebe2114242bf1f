package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.tax.TaxSummaries;
import dev.callboard.report.payroll.tax.TaxYears;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.TaxSummary;
import dev.callboard.report.render.TaxSummaryTemplate;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;

/** One document: what an employer owes for a calendar year. It is written down as a whole. */
@ApplicationScoped
class TaxSummaryPrinting implements Printing<TaxSummary> {
    @Inject
    Payroll payroll;

    @Inject
    TaxYears years;

    @Inject
    TaxSummaries summaries;

    @Inject
    Snapshots snapshots;

    @Override
    public ReportKind kind() {
        return ReportKind.TAX_SUMMARY;
    }

    @Override
    public Template<TaxSummary> template(Language language, @Nullable Picture logo) {
        return new TaxSummaryTemplate(language, logo);
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID, NOT_FOUND, FORBIDDEN, NOTHING_TO_PRINT */
    @Override
    public Selected select(Wanted wanted, UUID runId) {
        var account = wanted.requiredAccount();
        var number = wanted.requiredYear();
        payroll.mayUse(account);
        var year = years.find(account, number)
                .orElseThrow(() -> NOTHING_TO_PRINT.because(
                        "year: " + number + " (expected: one in which a released pay run was paid)"));
        var span = String.valueOf(number);
        var selected = new Selected(account, LocalDate.of(number, 1, 1), span, runId, 1);
        snapshots.write(selected, account, List.of(summaries.of(year)), _ -> span);
        return selected;
    }

    @Override
    public List<Numbered<TaxSummary>> load(ReportRun run, List<Integer> ordinals) {
        return snapshots.contents(run, ordinals, TaxSummary.class, TaxSummary::withDocumentId);
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return snapshots.names(run, ordinals);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "period",
                "paid",
                "slips",
                "taxable_base",
                "tax",
                "employer_cost",
                "total_due",
                "taxable_base_of_run",
                "tax_of_run");
    }

    @Override
    public void rows(TaxSummary summary, Table table) {
        for (var month : summary.months())
            table.text(YearMonth.from(month.period()).toString())
                    .text(month.paid().toString())
                    .number(month.slips().count())
                    .money(month.slips().base())
                    .money(month.slips().tax())
                    .money(month.slips().cost())
                    .money(month.slips().due())
                    .money(month.ofRun().base())
                    .money(month.ofRun().tax())
                    .end();
    }
}
