package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.payroll.rule.Section.AFTER_TAX;
import static dev.callboard.report.payroll.rule.Section.BEFORE_TAX;
import static dev.callboard.report.payroll.rule.Section.BENEFIT;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;

/**
 * What each kind of benefit, deduction and reimbursement came to in the year of the pay date, by employee. A kind is a
 * rule of the scheme: all its lines are one, those that correct an earlier period too.
 */
@ApplicationScoped
class KindsToDate {
    /** Of what stands between gross and net. Of earnings and taxes only the sums have a year to date. */
    private static final Set<Section> BY_KIND = EnumSet.of(BENEFIT, BEFORE_TAX, AFTER_TAX, REIMBURSEMENT);

    record Kind(String employeeNo, Section section, String rule) {}

    /** Of the runs that were approved before. */
    record Before(Map<Kind, Long> sums) {
        static final Before NOTHING = new Before(Map.of());

        /**
         * For each line of the pay: beside the first of a kind what earlier runs and this one come to, beside all others
         * null. Beside none of a section of which the opening balance has something: nobody knows of which kind that was.
         */
        List<@Nullable Long> beside(String employeeNo, Opening opening, Pay pay) {
            var now = new HashMap<Kind, Long>();
            for (var line : pay.lines())
                if (BY_KIND.contains(line.section()) && opening.hasNothingOf(line.section()))
                    now.merge(new Kind(employeeNo, line.section(), line.rule()), line.amount(), Long::sum);

            var beside = new ArrayList<@Nullable Long>(pay.lines().size());
            for (var line : pay.lines()) {
                var kind = new Kind(employeeNo, line.section(), line.rule());
                var sum = now.remove(kind);
                beside.add(sum == null ? null : sums.getOrDefault(kind, 0L) + sum);
            }
            return beside;
        }
    }

    @Inject
    Database db;

    /** The other approved runs that are paid in the year of this one. */
    UUID[] earlier(PayRun run) {
        var year = run.payDate.getYear();
        return db.list(
                        """
                        select id from pay_run
                        where account_id = ? and state in ('APPROVED', 'RELEASED') and pay_date between ? and ? and id <> ?
                        """,
                        row -> row.getObject(1, UUID.class),
                        run.accountId,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        run.id)
                .toArray(UUID[]::new);
    }

    /** One query for the numbers behind {@code after} up to {@code last}. Who had no slip in a run has nothing of it. */
    Before before(UUID[] earlier, String after, String last) {
        if (earlier.length == 0) return Before.NOTHING;

        var sums = new HashMap<Kind, Long>();
        // lines are read as they lie, a stretch of each run; who had no slip is looked up in a table of few
        db.list(
                """
                select l.employee_no, l.section, l.rule, sum(l.amount_minor)
                from pay_run r
                join pay_line l on l.account_id = r.account_id and l.month = r.month and l.run_id = r.id
                where r.id = any(?) and l.employee_no > ? and l.employee_no <= ?
                  and l.section in ('BENEFIT', 'BEFORE_TAX', 'AFTER_TAX', 'REIMBURSEMENT')
                  and (l.run_id, l.employee_no) not in (
                    select s.run_id, s.employee_no from pay_run o
                    join pay_result s on s.account_id = o.account_id and s.month = o.month and s.run_id = o.id
                    where o.id = any(?) and s.employee_no > ? and s.employee_no <= ? and s.slip_ordinal is null)
                group by l.employee_no, l.section, l.rule
                """,
                row -> sums.put(
                        new Kind(row.getString(1), Section.valueOf(row.getString(2)), row.getString(3)),
                        row.getLong(4)),
                earlier,
                after,
                last,
                earlier,
                after,
                last);
        return new Before(sums);
    }
}
