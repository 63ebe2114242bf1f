package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.payrun.PayException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.List;

/**
 * Salaries of months that were approved before the employee was known here. Whether they are owed, nobody can tell from
 * the data: she may have been paid elsewhere. A salary that was calculated and kept back is paid without being asked.
 */
@ApplicationScoped
class UnpaidSalaries {
    @Inject
    Database db;

    /** Of the year before the run; until a line of a slip corrects the month. */
    List<PayException> exceptions(PayRun run) {
        return db.list(
                """
                select e.employee_no, e.given_name || ' ' || e.family_name,
                  string_agg(to_char(r.month, 'YYYY-MM'), ', ' order by r.month)
                from employee e
                join pay_run r on r.account_id = e.account_id and r.state in ('APPROVED', 'RELEASED')
                  and r.month < ? and r.month >= ? and e.started_on < r.month + interval '1 month'
                where e.account_id = ? and e.pay_kind = 'MONTHLY'
                  and not exists (
                    select from pay_result s
                    where s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                      and s.employee_no = e.employee_no)
                  and not exists (
                    select from pay_run o
                    join pay_result s on s.account_id = o.account_id and s.month = o.month and s.run_id = o.id
                      and s.employee_no = e.employee_no and s.slip_ordinal is not null
                    join pay_line l on l.account_id = s.account_id and l.month = s.month and l.run_id = s.run_id
                      and l.employee_no = s.employee_no and l.corrects = r.month and l.section = 'EARNING'
                    where o.account_id = e.account_id and o.month > r.month
                      and (o.state in ('APPROVED', 'RELEASED') or o.id = ?))
                group by e.employee_no, e.given_name, e.family_name order by e.employee_no
                """,
                row -> new PayException(
                        Kind.SALARY_NOT_PAID,
                        row.getString(1),
                        row.getString(2),
                        "employed, and no salary was calculated: " + row.getString(3)),
                run.month,
                run.month.minusYears(1),
                run.accountId,
                run.id);
    }
}
