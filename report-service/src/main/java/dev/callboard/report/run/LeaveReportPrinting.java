package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.leave.LeaveReports;
import dev.callboard.report.payroll.leave.LeaveYear;
import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.payroll.leave.LeaveYears;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.LeaveReport;
import dev.callboard.report.render.LeaveReportTemplate;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;

/**
 * A leave report for everyone of a leave year. What was earned is in pay runs, which never change; who had which name,
 * opening balance, leave booked and adjustments is written down.
 */
@ApplicationScoped
class LeaveReportPrinting implements Printing<LeaveReport> {
    @Inject
    Payroll payroll;

    @Inject
    LeaveYears years;

    @Inject
    LeaveReports reports;

    @Inject
    Snapshots snapshots;

    @Override
    public ReportKind kind() {
        return ReportKind.LEAVE_REPORT;
    }

    @Override
    public Template<LeaveReport> template(Language language, @Nullable Picture logo) {
        return new LeaveReportTemplate(language, logo);
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
                        "year: " + number + " (expected: one in which a leave year with a released pay run begins)"));
        year.employer().mustBePrintable();
        var people = years.people(year);
        var selected = new Selected(account, year.from(), span(year), runId, people.size());
        snapshots.write(selected, year, people, Person::employeeNo);
        return selected;
    }

    /** {@code 2027-28}; it is in file names. */
    static String span(LeaveYear year) {
        return year.from().getYear() == year.to().getYear()
                ? String.valueOf(year.from().getYear())
                : "%d-%02d".formatted(year.from().getYear(), year.to().getYear() % 100);
    }

    @Override
    public List<Named> named(Selected selected, List<String> employeeNos) {
        return snapshots.named(selected, employeeNos);
    }

    @Override
    public List<Numbered<LeaveReport>> load(ReportRun run, List<Integer> ordinals) {
        var year = snapshots.head(run, LeaveYear.class);
        return snapshots.completed(
                run, ordinals, Person.class, (people, documentId) -> reports.of(year, people, documentId));
    }

    @Override
    public List<String> columns() {
        return List.of(
                "employee_no",
                "name",
                "department",
                "balance",
                "leave_year",
                "expires",
                "opening",
                "earned",
                "taken",
                "adjusted",
                "paid_out",
                "closing");
    }

    @Override
    public void rows(LeaveReport report, Table table) {
        row(report, "PAID", report.paid(), table);
        for (var saved : report.saved()) row(report, "SAVED", saved, table);
        counted(report, "UNPAID", report.unpaid(), table);
        counted(report, "SICK", report.sick(), table);
        counted(report, "PARENTAL", report.parental(), table);
    }

    /** From no balance, so only taken: the other cells are empty, not 0. */
    private static void counted(LeaveReport report, String kind, int days, Table table) {
        of(report, kind, table)
                .text(report.from().toString())
                .text("")
                .text("")
                .text("")
                .money(-days)
                .text("")
                .text("")
                .text("")
                .end();
    }

    private static void row(LeaveReport report, String kind, LeaveReport.Balance balance, Table table) {
        of(report, kind, table)
                .text(balance.year().toString())
                .text(balance.expires().toString())
                .money(balance.opening())
                .money(balance.earned())
                .money(balance.taken())
                .money(balance.adjusted())
                .money(balance.paidOut())
                .money(balance.closing())
                .end();
    }

    private static Table of(LeaveReport report, String kind, Table table) {
        return table.text(report.person().number())
                .text(report.person().name())
                .text(report.person().department())
                .text(kind);
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return snapshots.names(run, ordinals);
    }
}
