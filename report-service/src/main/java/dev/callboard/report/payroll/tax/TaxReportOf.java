package dev.callboard.report.payroll.tax;

import dev.callboard.report.payroll.tax.TaxYear.Opening;
import dev.callboard.report.payroll.tax.TaxYear.Person;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.TaxReport;
import dev.callboard.report.render.TaxReport.Bracket;
import dev.callboard.report.render.TaxReport.Sums;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Puts one person's year on a report. It adds slips up and nothing else. */
final class TaxReportOf {
    record SlipRow(String employeeNo, LocalDate period, LocalDate paid, String scheme, String taxTable, Sums sums) {}

    record SpellRow(String employeeNo, String production, LocalDate first, LocalDate last) {}

    record CorrectionRow(String employeeNo, LocalDate in, LocalDate corrects, String what, long amount) {}

    private final TaxYear year;
    private final Person person;
    private final UUID documentId;
    private final BiFunction<String, String, List<Bracket>> brackets;

    /** @param brackets of a table of a scheme */
    TaxReportOf(TaxYear year, Person person, UUID documentId, BiFunction<String, String, List<Bracket>> brackets) {
        this.year = year;
        this.person = person;
        this.documentId = documentId;
        this.brackets = brackets;
    }

    /** @param lines the taxable base added up from the lines of the slips */
    TaxReport report(
            List<SlipRow> slips,
            List<SpellRow> spells,
            List<CorrectionRow> corrections,
            List<String> others,
            long lines) {
        var opening = opening(person.opening());
        var total = opening == null ? new Sums(0, 0, 0, 0, 0, 0, 0) : opening;
        for (var slip : slips) total = total.plus(slip.sums);
        var employer = year.employer();
        return new TaxReport(
                documentId.toString(),
                year.year(),
                year.until(),
                year.interim(),
                new PaySlip.Employer(employer.name(), employer.address(), employer.organisationNo()),
                new TaxReport.Person(
                        person.employeeNo(), person.name(), person.jobTitle(), person.address(), person.taxId()),
                year.currency(),
                Currency.getInstance(year.currency()).getDefaultFractionDigits(),
                joined(spells),
                opening,
                months(slips, corrections),
                total,
                others,
                tables(slips),
                corrections.stream()
                        .map(row -> new TaxReport.Correction(row.in, slip(row.corrects), row.what, row.amount))
                        .toList(),
                lines + (opening == null ? 0 : opening.taxable()),
                employer.contact(),
                employer.scheme(),
                employer.example());
    }

    /**
     * An opening balance knows no benefits and no reimbursements: what lies between gross and base was deducted before
     * tax, the rest of its deductions after it, and what the net has beyond that was not taxed.
     */
    private static @Nullable Sums opening(@Nullable Opening opening) {
        if (opening == null) return null;

        var between = opening.taxable() - opening.gross();
        var benefits = Math.max(0, between);
        var beforeTax = Math.min(0, between);
        var other = -(opening.deductions() + beforeTax);
        var notTaxed = opening.net() - (opening.gross() + beforeTax - opening.tax() + other);
        return new Sums(opening.gross(), benefits, beforeTax, opening.taxable(), -opening.tax(), other, notTaxed);
    }

    private List<TaxReport.Month> months(List<SlipRow> slips, List<CorrectionRow> corrections) {
        var corrected = new HashSet<LocalDate>();
        for (var correction : corrections) corrected.add(correction.in);
        return slips.stream()
                .map(row -> new TaxReport.Month(
                        row.period, row.paid, slip(row.period), corrected.contains(row.period), row.sums))
                .toList();
    }

    private String slip(LocalDate period) {
        return YearMonth.from(period) + "-" + person.employeeNo();
    }

    /** Spells on one production in months that follow each other are one. */
    private static List<TaxReport.Spell> joined(List<SpellRow> rows) {
        var spells = new ArrayList<TaxReport.Spell>();
        for (var row : rows) {
            var joined = false;
            for (int at = 0; at < spells.size() && !joined; at++) {
                var before = spells.get(at);
                if (!before.production().equals(row.production) || !follows(before.to(), row.first)) continue;
                var end = before.to().isAfter(row.last) ? before.to() : row.last;
                spells.set(at, new TaxReport.Spell(before.from(), end, row.production));
                joined = true;
            }
            if (!joined) spells.add(new TaxReport.Spell(row.first, row.last, row.production));
        }
        return spells;
    }

    private static boolean follows(LocalDate end, LocalDate begin) {
        return !YearMonth.from(begin).isAfter(YearMonth.from(end).plusMonths(1));
    }

    private List<TaxReport.TaxTable> tables(List<SlipRow> slips) {
        var tables = new ArrayList<TaxReport.TaxTable>();
        for (var slip : slips) {
            var to = YearMonth.from(slip.period).atEndOfMonth();
            var last = tables.isEmpty() ? null : tables.getLast();
            if (last != null && last.name().equals(slip.taxTable)) {
                tables.set(tables.size() - 1, new TaxReport.TaxTable(last.name(), last.from(), to, last.brackets()));
            } else {
                tables.add(new TaxReport.TaxTable(
                        slip.taxTable, slip.period, to, brackets.apply(slip.scheme, slip.taxTable)));
            }
        }
        return tables;
    }
}
