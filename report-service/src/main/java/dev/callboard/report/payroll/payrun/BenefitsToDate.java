package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.rule.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What was received in kind in the year of the pay date, by employee and kind. An opening balance knows no kinds. */
@ApplicationScoped
class BenefitsToDate {
    record Key(String employeeNo, String rule) {}

    /** Of the runs that were approved before. */
    record Before(Map<Key, Long> sums) {
        /**
         * By kind, earlier runs and all lines of this one. Each sum stands once: who writes the first line of a kind
         * takes it out.
         */
        Map<String, Long> with(String employeeNo, Pay pay) {
            var sum = new HashMap<String, Long>();
            for (var line : pay.lines())
                if (line.section() == Section.BENEFIT) sum.merge(line.rule(), line.amount(), Long::sum);
            sum.replaceAll((rule, now) -> now + sums.getOrDefault(new Key(employeeNo, rule), 0L));
            return sum;
        }
    }

    @Inject
    Database db;

    /** Of the numbers behind {@code after} up to {@code last}. */
    Before before(PayRun run, PayScheme scheme, String after, String last) {
        if (scheme.benefits().isEmpty()) return new Before(Map.of());

        var year = run.payDate.getYear();
        var sums = new HashMap<Key, Long>();
        db.list(
                """
                select l.employee_no, l.rule, sum(l.amount_minor)
                from pay_run r
                join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                join pay_line l on l.account_id = s.account_id and l.month = s.month and l.run_id = s.run_id
                  and l.employee_no = s.employee_no
                where r.account_id = ? and r.state in ('APPROVED', 'RELEASED') and r.pay_date between ? and ? and r.id <> ?
                  and s.slip_ordinal is not null and s.employee_no > ? and s.employee_no <= ? and l.section = 'BENEFIT'
                group by l.employee_no, l.rule
                """,
                row -> sums.put(new Key(row.getString(1), row.getString(2)), row.getLong(3)),
                run.accountId,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                run.id,
                after,
                last);
        return new Before(sums);
    }
}
