package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.employee.Iban;
import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.rule.Section;
import dev.callboard.report.payroll.rule.Unit;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Sum;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import static dev.callboard.report.payroll.rule.Section.AFTER_TAX;
import static dev.callboard.report.payroll.rule.Section.BEFORE_TAX;
import static dev.callboard.report.payroll.rule.Section.BENEFIT;
import static dev.callboard.report.payroll.rule.Section.EARNING;
import static dev.callboard.report.payroll.rule.Section.EMPLOYER_COST;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;
import static dev.callboard.report.payroll.rule.Section.TAX;

/** Puts stored results on slips. It formats and groups; it adds up nothing that was not rounded and stored before. */
final class SlipOf {
    record Result(
            String employeeNo,
            String documentId,
            String name,
            String jobTitle,
            String address,
            String taxTable,
            String taxIdMasked,
            String iban,
            long minutes,
            long overtimeMinutes,
            long gross,
            long taxable,
            long tax,
            long net,
            long employerCost,
            int holidayPayBasisPoints,
            long holidayPay,
            Balance leave,
            long yearToDateGross,
            long yearToDateTaxable,
            long yearToDateTax,
            long yearToDateNet) {

        @Override
        public String toString() {
            return "result of employee " + employeeNo;
        }
    }

    /** @param yearToDate of its kind, beside the first line of it */
    record Line(
            Section section,
            @Nullable LocalDate corrects,
            String production,
            String costCode,
            String rule,
            String text,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int days,
            long quantity,
            Unit unit,
            long rate,
            int factor,
            long amount,
            @Nullable Long yearToDate) {}

    private record Group(@Nullable LocalDate corrects, String production, String costCode) {}

    private final PayRun run;
    private final SlipWords words;
    private final Terms terms;
    private final PaySlip.Employer employer;
    private final PaySlip.Foot foot;
    private final int fractionDigits;
    private final LocalDate leaveYear;

    SlipOf(PayRun run, SlipWords words) {
        this.run = run;
        this.words = words;
        terms = run.terms;
        employer = new PaySlip.Employer(terms.employerName(), terms.employerAddress(), terms.organisationNo());
        foot = new PaySlip.Foot(
                terms.contact(), run.payDate.plusDays(terms.objectDays()), terms.schemeName(), terms.example());
        fractionDigits = Currency.getInstance(run.currency).getDefaultFractionDigits();
        var start = run.month.withMonth(terms.leaveYearFirstMonth());
        leaveYear = start.isAfter(run.month) ? start.minusYears(1) : start;
    }

    PaySlip slip(Result result, List<Line> lines) {
        return new PaySlip(
                result.documentId,
                PaySlips.number(run.period(), result.employeeNo),
                employer,
                new PaySlip.Employee(
                        result.employeeNo,
                        result.name,
                        result.jobTitle,
                        result.address,
                        result.taxTable,
                        result.taxIdMasked,
                        Iban.masked(result.iban)),
                new PaySlip.Run(
                        run.month,
                        run.period().atEndOfMonth(),
                        run.payDate,
                        run.currency,
                        fractionDigits,
                        corrected(lines)),
                new PaySlip.Hours(result.minutes, result.overtimeMinutes),
                productions(lines),
                new Sum(result.gross, result.yearToDateGross),
                beforeTax(lines),
                new Sum(result.taxable, result.yearToDateTaxable),
                lines(lines, TAX),
                new Sum(result.tax, result.yearToDateTax),
                afterTax(lines),
                new Sum(result.net, result.yearToDateNet),
                leave(result),
                result.holidayPay == 0
                        ? null
                        : new PaySlip.HolidayPay(result.holidayPayBasisPoints, result.gross, result.holidayPay),
                new PaySlip.EmployerCost(lines(lines, EMPLOYER_COST), result.employerCost),
                foot);
    }

    private List<PaySlip.Production> productions(List<Line> lines) {
        var groups = new LinkedHashMap<Group, List<Line>>();
        for (var line : lines) {
            if (line.section != EARNING) continue;
            // one block for all corrections to a period, whatever production they were on
            var production = line.corrects == null ? line.production : "";
            groups.computeIfAbsent(new Group(line.corrects, production, line.costCode), _ -> new ArrayList<>())
                    .add(line);
        }
        var productions = new ArrayList<PaySlip.Production>(groups.size());
        groups.forEach((group, of) -> productions.add(production(group, of)));
        return productions;
    }

    private PaySlip.Production production(Group group, List<Line> lines) {
        var sum = lines.stream().mapToLong(Line::amount).sum();
        var earnings = lines.stream().map(this::earning).toList();
        var code = group.costCode.isEmpty() ? "" : words.costCode(group.costCode);
        if (group.corrects != null) {
            var period = words.correctedPeriod(group.corrects);
            var detail = code.isEmpty() ? period : period + ", " + code;
            return new PaySlip.Production(words.corrections(), detail, words.correctionsInSum(), true, earnings, sum);
        }
        var title = group.production.isEmpty() ? words.general() : group.production;
        return new PaySlip.Production(title, code, title, false, earnings, sum);
    }

    private PaySlip.Earning earning(Line line) {
        var text = words.text(line);
        var kind = line.rule.equals("ordinary") && line.days > 1 ? words.daysWorked(text, line.days) : text;
        return new PaySlip.Earning(
                line.first,
                line.last,
                line.days,
                kind,
                hundredths(line),
                words.unit(line.unit),
                line.rate,
                line.factor / 100,
                line.amount);
    }

    /** Exact: minutes are multiples of three, metres of ten. */
    private static long hundredths(Line line) {
        return line.quantity * 100 / line.unit.perRate();
    }

    private List<PaySlip.Line> beforeTax(List<Line> lines) {
        var all = new ArrayList<>(lines(lines, BENEFIT));
        all.addAll(lines(lines, BEFORE_TAX));
        return all;
    }

    /** What came in for tax goes out again: it was received in kind, and no part of the net. */
    private List<PaySlip.Line> afterTax(List<Line> lines) {
        var all = new ArrayList<>(lines(lines, AFTER_TAX));
        for (var line : lines) if (line.section == BENEFIT) all.add(receivedInKind(line));
        all.addAll(lines(lines, REIMBURSEMENT));
        return all;
    }

    private PaySlip.Line receivedInKind(Line line) {
        var yearToDate = line.yearToDate == null ? null : -line.yearToDate;
        return new PaySlip.Line(words.receivedInKind(line), basis(line), -line.amount, yearToDate);
    }

    private List<PaySlip.Line> lines(List<Line> lines, Section section) {
        return lines.stream()
                .filter(line -> line.section == section)
                .map(line -> new PaySlip.Line(label(line, lines), basis(line), line.amount, line.yearToDate))
                .toList();
    }

    private String label(Line line, List<Line> all) {
        if (line.section == TAX) return words.tax(line, all);
        if (line.section == BENEFIT) return words.taxableBenefit(line);
        return line.section == EMPLOYER_COST ? words.text(line) + ", " + words.percent(line.factor) : words.text(line);
    }

    private Basis basis(Line line) {
        return switch (line.section) {
            case TAX -> new Basis.ShareAt(line.quantity, -line.factor);
            case BEFORE_TAX, EMPLOYER_COST -> new Basis.PercentOf(Math.abs(line.factor), line.quantity);
            case REIMBURSEMENT -> new Basis.Count(hundredths(line), unitInWords(line), line.rate);
            case BENEFIT -> new Basis.Words(month(line.corrects == null ? run.month : line.corrects));
            case AFTER_TAX, EARNING -> new Basis.Words(words.month(run.month));
        };
    }

    private String unitInWords(Line line) {
        return line.unit == Unit.DAYS ? words.days(line.quantity) : words.unit(line.unit);
    }

    private PaySlip.@Nullable Leave leave(Result result) {
        var leave = result.leave;
        if (leave.isNothing()) return null;

        var balances = new ArrayList<PaySlip.Balance>(2);
        balances.add(new PaySlip.Balance(
                words.paidLeave(), leave.opening(), leave.earned(), -leave.taken(), leave.paidLeft(), null));
        if (leave.hasSaved())
            balances.add(new PaySlip.Balance(
                    words.savedLeave(),
                    leave.savedOpening(),
                    0,
                    -leave.savedTaken(),
                    leave.savedLeft(),
                    leave.savedExpires() == null ? null : words.oldestExpires(leave.savedExpires())));
        var end = leaveYear.plusYears(1).minusDays(1);
        return new PaySlip.Leave(leaveYear, end, run.period().atEndOfMonth(), balances);
    }

    /** The periods of the corrections, in words and in their order; null without any. */
    private @Nullable String corrected(List<Line> lines) {
        var periods = lines.stream()
                .map(Line::corrects)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(this::month)
                .toList();
        return periods.isEmpty() ? null : words.list(periods);
    }

    /** With its year where that is another than the run's. */
    private String month(LocalDate month) {
        return month.getYear() == run.month.getYear() ? words.month(month) : words.monthYear(month);
    }
}
