package dev.callboard.report.payroll.benefit;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.bulk.CsvImport;
import dev.callboard.report.bulk.CsvImport.Staging;
import dev.callboard.report.bulk.Row;
import dev.callboard.report.payroll.PayRunsLock;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;
import static java.util.stream.Collectors.joining;

/**
 * What an employee received in kind in a period, by kind. A row states the whole worth: it replaces what was stated
 * before, and the same file again changes nothing. Of a period that was paid only the difference is left to tax, as a
 * correction in the next run.
 */
@ApplicationScoped
class BenefitImport {
    private static final List<String> COLUMNS = List.of("employee_no", "period", "kind", "amount_minor");
    private static final Staging STAGING =
            new Staging("""
            create temporary table staged_benefit (
              id uuid not null, employee_no text collate "C" not null, month date not null, benefit text not null,
              quantity bigint not null) on commit drop
            """, "staged_benefit (id, employee_no, month, benefit, quantity)");

    /** Minor units: a billion of the currency. More is a mistake. */
    private static final long MOST = 100_000_000_000L;

    /** Of the same employee, period and kind as a staged row {@code s}. */
    private static final String THE_SAME = " w.account_id = ? and w.kind = 'BENEFIT' and w.employee_no = s.employee_no"
            + " and w.month = s.month and w.day = s.month and w.benefit = s.benefit ";

    @Inject
    CsvImport csv;

    @Inject
    Database db;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    /** @throws dev.callboard.kit.problem.Problem INVALID_ROWS */
    long of(UUID accountId, InputStream body) {
        var scheme = schemes.get(settings.of(accountId).settings().scheme());
        var seen = new HashSet<String>();
        return csv.rows(
                        body,
                        COLUMNS,
                        CsvImport.MOST_DISTINCT_ROWS,
                        INVALID_ROWS,
                        STAGING,
                        (row, out) -> checked(row, scheme, seen, out),
                        _ -> move(accountId))
                .rows();
    }

    /** No run is approved meanwhile: what was taxed of a staged row is what the difference is taken from. */
    private void move(UUID accountId) {
        PayRunsLock.take(db, accountId);
        db.update("""
                update staged_benefit s set quantity = s.quantity - (
                  select coalesce(sum(w.quantity), 0) from work w where %s and w.pay_run_id is not null)
                """.formatted(THE_SAME), accountId);
        db.update(
                "delete from work w using staged_benefit s where" + THE_SAME
                        + "and w.pay_run_id is null and w.quantity <> s.quantity",
                accountId);
        db.update("""
                insert into work (account_id, month, id, employee_no, day, kind, spans, zone, minutes, quantity, production,
                  cost_code, meal_penalties, per_diems, mileage_metres, note, benefit)
                select ?, s.month, s.id, s.employee_no, s.month, 'BENEFIT', '{}', 'UTC', 0, s.quantity, '', '', 0, 0, 0, '',
                  s.benefit
                from staged_benefit s
                where s.quantity <> 0 and not exists (select from work w where %s and w.pay_run_id is null)
                """.formatted(THE_SAME), accountId, accountId);
    }

    private static void checked(Row row, PayScheme scheme, Set<String> seen, CopyRows out) {
        var number = row.required("employee_no", 32);
        var period = row.month("period");
        var kind = row.required("kind", 40);
        var amount = row.whole("amount_minor", 0, MOST);
        if (row.has("kind") && scheme.benefit(kind).isEmpty()) row.bad("kind", expected(scheme));
        boolean hasPeriod = !period.equals(YearMonth.from(LocalDate.EPOCH)); // stands for one that cannot be read
        boolean whole = !number.isEmpty() && hasPeriod && row.has("kind");
        if (whole && !seen.add(number + "/" + period + "/" + kind))
            row.bad("kind", "each kind once an employee and period");
        out.value(Ids.next())
                .value(number)
                .value(period.atDay(1))
                .value(kind)
                .value(amount)
                .end();
    }

    private static String expected(PayScheme scheme) {
        if (scheme.benefits().isEmpty()) return "no benefit: " + scheme.name() + " has no kinds of them";
        return "one of "
                + scheme.benefits().stream().map(PayScheme.Benefit::rule).collect(joining(", "));
    }
}
