package dev.callboard.report.payroll.tax;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.tax.TaxReportOf.CorrectionRow;
import dev.callboard.report.payroll.tax.TaxReportOf.SlipRow;
import dev.callboard.report.payroll.tax.TaxReportOf.SpellRow;
import dev.callboard.report.payroll.tax.TaxYear.Person;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.TaxReport;
import dev.callboard.report.render.Word;
import dev.callboard.report.render.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/** The tax deduction reports of some people of a year: what was rounded and stored, in four queries however many there are. */
@ApplicationScoped
public class TaxReports {
    /** The numbers narrow the results: beside the key of a line each look-up of one would go through all of them. */
    private static final String OF_THESE = """
            from pay_run r
            join pay_line l on l.account_id = r.account_id and l.month = r.month and l.run_id = r.id
            join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
              and s.employee_no = l.employee_no
            where r.id = any(?) and s.employee_no = any(?) and s.slip_ordinal is not null
            """;

    @Inject
    Database db;

    @Inject
    PaySchemes schemes;

    /**
     * @param language of what the lines are called
     * @param documentId of each person's report
     */
    public List<TaxReport> of(TaxYear year, List<Person> people, Language language, Function<Person, UUID> documentId) {
        var runs = year.payRuns().toArray(UUID[]::new);
        var numbers = people.stream().map(Person::employeeNo).toArray(String[]::new);
        var slips = slips(runs, numbers);
        var spells = spells(runs, numbers);
        var corrections = corrections(runs, numbers, language);
        var sums = db
                .list(
                        "select l.employee_no, sum(l.amount_minor) " + OF_THESE + """
                  and l.section in ('EARNING', 'BENEFIT', 'BEFORE_TAX')
                group by l.employee_no
                """,
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        runs,
                        numbers)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var others = db
                .list(
                        "select distinct l.employee_no, r.terms->>'scheme', l.rule, l.text " + OF_THESE + """
                  and l.section = 'AFTER_TAX' order by l.employee_no, l.text
                """,
                        row -> Map.entry(
                                row.getString(1),
                                text(schemes.get(row.getString(2)), language, row.getString(3), row.getString(4))),
                        runs,
                        numbers)
                .stream()
                .collect(groupingBy(Map.Entry::getKey));
        return people.stream()
                .map(person -> {
                    var number = person.employeeNo();
                    return new TaxReportOf(year, person, documentId.apply(person), this::brackets)
                            .report(
                                    slips.getOrDefault(number, List.of()),
                                    spells.getOrDefault(number, List.of()),
                                    corrections.getOrDefault(number, List.of()),
                                    others.getOrDefault(number, List.of()).stream()
                                            .map(Map.Entry::getValue)
                                            .distinct()
                                            .toList(),
                                    sums.getOrDefault(number, 0L));
                })
                .toList();
    }

    private Map<String, List<SlipRow>> slips(UUID[] runs, String[] numbers) {
        return db
                .list(
                        """
                select s.employee_no, r.month, r.pay_date, r.terms->>'scheme', s.tax_table, s.gross_minor,
                  s.before_tax_minor, s.taxable_minor, s.tax_minor, s.after_tax_minor, s.reimbursements_minor
                from pay_run r
                join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                where r.id = any(?) and s.employee_no = any(?) and s.slip_ordinal is not null
                order by r.pay_date, r.month
                """,
                        row -> new SlipRow(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                row.getString(5),
                                new TaxReport.Sums(
                                        row.getLong(6),
                                        Pay.benefitsOf(row.getLong(6), row.getLong(7), row.getLong(8)),
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        row.getLong(10),
                                        row.getLong(11))),
                        runs,
                        numbers)
                .stream()
                .collect(groupingBy(SlipRow::employeeNo));
    }

    private Map<String, List<SpellRow>> spells(UUID[] runs, String[] numbers) {
        return db
                .list(
                        "select l.employee_no, l.production, min(l.first_day), max(l.last_day) " + OF_THESE + """
                  and l.section = 'EARNING' and l.corrects is null and l.first_day is not null
                group by l.employee_no, l.production, r.month
                order by l.employee_no, min(l.first_day), l.production
                """,
                        row -> new SpellRow(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)),
                        runs,
                        numbers)
                .stream()
                .collect(groupingBy(SpellRow::employeeNo));
    }

    private Map<String, List<CorrectionRow>> corrections(UUID[] runs, String[] numbers, Language language) {
        return db
                .list(
                        "select l.employee_no, r.month, l.corrects, r.terms->>'scheme', l.rule, l.text, l.amount_minor,"
                                + " l.section " + OF_THESE + """
                  and l.section in ('EARNING', 'BENEFIT') and l.corrects is not null
                order by l.employee_no, r.pay_date, r.month, l.line_no
                """,
                        row -> new CorrectionRow(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                what(row, language),
                                row.getLong(7)),
                        runs,
                        numbers)
                .stream()
                .collect(groupingBy(CorrectionRow::employeeNo));
    }

    private String what(ResultSet correction, Language language) throws SQLException {
        var scheme = schemes.get(correction.getString(4));
        var rule = correction.getString(5);
        var stored = correction.getString(6);
        if (!correction.getString(8).equals("BENEFIT")) return text(scheme, language, rule, stored);

        var benefit = scheme.benefit(rule).map(PayScheme.Benefit::text).orElse(stored);
        return Words.of(language).say(Word.TAXABLE_BENEFIT, text(scheme, language, rule, benefit));
    }

    /** As on the slip: in the scheme's words for the rule, but a correction in the words of who entered it. */
    static String text(PayScheme scheme, Language language, String rule, String stored) {
        boolean entered = rule.equals(scheme.correction().rule())
                && !stored.equals(scheme.correction().text());
        if (entered) return stored;

        return scheme.texts().getOrDefault(language.tag(), Map.of()).getOrDefault(rule, stored);
    }

    private List<TaxReport.Bracket> brackets(String scheme, String table) {
        PayScheme.TaxTable known = schemes.get(scheme).taxTables().get(table);
        if (known == null) return List.of();

        return known.brackets().stream()
                .map(bracket -> new TaxReport.Bracket(bracket.upTo().orElse(null), bracket.basisPoints()))
                .toList();
    }
}
