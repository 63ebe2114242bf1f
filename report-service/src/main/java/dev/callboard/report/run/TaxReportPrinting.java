package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.tax.TaxReports;
import dev.callboard.report.payroll.tax.TaxYear;
import dev.callboard.report.payroll.tax.TaxYear.Person;
import dev.callboard.report.payroll.tax.TaxYears;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.TaxReport;
import dev.callboard.report.render.TaxReportTemplate;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;

/**
 * A tax deduction report for everyone who was paid in a calendar year. The pay runs never change; who had which name and
 * which opening balance is written down.
 */
@ApplicationScoped
class TaxReportPrinting implements Printing<TaxReport> {
    @Inject
    Payroll payroll;

    @Inject
    TaxYears years;

    @Inject
    TaxReports reports;

    @Inject
    Snapshots snapshots;

    @Override
    public ReportKind kind() {
        return ReportKind.TAX_REPORT;
    }

    @Override
    public Template<TaxReport> template(Language language, @Nullable Picture logo) {
        return new TaxReportTemplate(language, logo);
    }

    /**
     * @throws dev.callboard.kit.problem.Problem INVALID, NOT_FOUND, FORBIDDEN, NOTHING_TO_PRINT, EMPLOYER_NOT_PRINTABLE
     */
    @Override
    public Selected select(Wanted wanted, UUID runId) {
        var account = wanted.requiredAccount();
        var number = wanted.requiredYear();
        payroll.mayUse(account);
        var year = years.find(account, number)
                .orElseThrow(() -> NOTHING_TO_PRINT.because(
                        "year: " + number + " (expected: one in which a released pay run was paid)"));
        year.employer().mustBePrintable();
        var people = years.people(year);
        var selected = new Selected(account, LocalDate.of(number, 1, 1), String.valueOf(number), runId, people.size());
        snapshots.write(selected, year, people, Person::employeeNo);
        return selected;
    }

    @Override
    public List<Named> named(Selected selected, List<String> employeeNos) {
        return snapshots.named(selected, employeeNos);
    }

    @Override
    public List<Numbered<TaxReport>> load(ReportRun run, List<Integer> ordinals) {
        var year = snapshots.head(run, TaxYear.class);
        return snapshots.completed(
                run,
                ordinals,
                Person.class,
                (people, documentId) -> reports.of(year, people, run.language, documentId));
    }

    @Override
    public List<String> columns() {
        return List.of(
                "employee_no",
                "name",
                "period",
                "paid",
                "slip",
                "gross",
                "benefits",
                "before_tax",
                "taxable_base",
                "tax",
                "other",
                "not_taxed");
    }

    @Override
    public void rows(TaxReport report, Table table) {
        if (report.opening() != null) row(report, "", "", "", report.opening(), table);
        for (var month : report.months())
            row(
                    report,
                    YearMonth.from(month.period()).toString(),
                    month.paid().toString(),
                    month.slip(),
                    month.sums(),
                    table);
    }

    private static void row(
            TaxReport report, String period, String paid, String slip, TaxReport.Sums sums, Table table) {
        table.text(report.person().number())
                .text(report.person().name())
                .text(period)
                .text(paid)
                .text(slip)
                .money(sums.gross())
                .money(sums.benefits())
                .money(sums.beforeTax())
                .money(sums.taxable())
                .money(sums.tax())
                .money(sums.other())
                .money(sums.notTaxed())
                .end();
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return snapshots.names(run, ordinals);
    }
}
