package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.Earlier;
import dev.callboard.report.payroll.rule.PaidPerson;
import dev.callboard.report.payroll.rule.PayKind;
import org.jspecify.annotations.Nullable;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An employee as a calculation finds her, with what came before.
 *
 * @param opening balance of the year
 * @param before sums of the year before this run: opening balance and earlier runs
 * @param previousGross of the period before, or null
 * @param earlier without the work that was paid
 */
record Candidate(
        PaidPerson person,
        String name,
        String jobTitle,
        String address,
        String currency,
        String iban,
        boolean ibanShared,
        String taxId,
        @Nullable String email,
        int annualLeaveHundredths,
        Opening opening,
        Before before,
        @Nullable Long previousGross,
        Earlier earlier) {

    record Before(long gross, long taxable, long tax, long net) {}

    /**
     * A page of employees, and for each of them what came before by its key: however many pages, each costs the same,
     * also when the planner knows nothing of rows that were imported a moment ago. Parameters: account, after, limit;
     * year (opening balance); first and last pay date of the year and run (earlier runs); month before; rule of the
     * salary, month and the rule again (withheld salaries); rule of the fee and month (paid fees).
     */
    static final String QUERY = """
            select e.*,
              e.iban <> '' and exists (
                select 1 from employee other
                where other.account_id = e.account_id and other.iban = e.iban
                  and other.employee_no <> e.employee_no) as iban_shared,
              o.gross_minor as opening_gross, o.taxable_minor as opening_taxable, o.tax_minor as opening_tax,
              o.deductions_minor as opening_deductions, o.net_minor as opening_net,
              coalesce(o.gross_minor, 0) + coalesce(y.gross, 0) as before_gross,
              coalesce(o.taxable_minor, 0) + coalesce(y.taxable, 0) as before_taxable,
              -abs(coalesce(o.tax_minor, 0)) + coalesce(y.tax, 0) as before_tax,
              coalesce(o.net_minor, 0) + coalesce(y.net, 0) as before_net,
              p.gross_minor as previous_gross, w.months as salaries_withheld, f.months as fees_paid
            from (
              select * from employee where account_id = ? and employee_no > ? order by employee_no limit ?
            ) e
            left join opening_balance o on o.account_id = e.account_id and o.employee_no = e.employee_no and o.year = ?
            left join lateral (
              select sum(s.gross_minor) as gross, sum(s.taxable_minor) as taxable, sum(s.tax_minor) as tax,
                sum(s.net_minor) as net
              from pay_run r
              join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                and s.employee_no = e.employee_no
              where r.account_id = e.account_id and r.state in ('APPROVED', 'RELEASED')
                and r.pay_date between ? and ? and r.id <> ? and s.slip_ordinal is not null
            ) y on true
            left join lateral (
              select s.gross_minor
              from pay_run r
              join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                and s.employee_no = e.employee_no
              where r.account_id = e.account_id and r.month = ? and r.state in ('APPROVED', 'RELEASED')
                and s.slip_ordinal is not null
            ) p on true
            left join lateral (
              select array_agg(r.month order by r.month) as months
              from pay_run r
              join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                and s.employee_no = e.employee_no
              join pay_line l on l.account_id = s.account_id and l.month = s.month and l.run_id = s.run_id
                and l.employee_no = s.employee_no and l.rule = ? and l.corrects is null
              where e.pay_kind = 'MONTHLY' and r.account_id = e.account_id and r.month < ?
                and r.state in ('APPROVED', 'RELEASED') and s.slip_ordinal is null and not exists (
                  select from pay_run o
                  join pay_result os on os.account_id = o.account_id and os.month = o.month and os.run_id = o.id
                    and os.employee_no = e.employee_no and os.slip_ordinal is not null
                  join pay_line ol on ol.account_id = os.account_id and ol.month = os.month and ol.run_id = os.run_id
                    and ol.employee_no = os.employee_no and ol.rule = ? and ol.corrects = r.month
                  where o.account_id = e.account_id and o.month > r.month and o.state in ('APPROVED', 'RELEASED'))
            ) w on true
            left join lateral (
              select array_agg(coalesce(l.corrects, r.month)) as months
              from pay_run r
              join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                and s.employee_no = e.employee_no
              join pay_line l on l.account_id = s.account_id and l.month = s.month and l.run_id = s.run_id
                and l.employee_no = s.employee_no and l.rule = ?
              where e.pay_kind = 'FEE' and r.account_id = e.account_id and r.month <> ?
                and r.state in ('APPROVED', 'RELEASED') and s.slip_ordinal is not null
            ) f on true
            order by e.employee_no
            """;

    static Candidate read(ResultSet row) throws SQLException {
        var person = new PaidPerson(
                row.getString("employee_no"),
                PayKind.valueOf(row.getString("pay_kind")),
                row.getLong("rate_minor"),
                row.getObject("started_on", LocalDate.class),
                row.getInt("holiday_pay_bp"),
                row.getString("tax_table"),
                row.getString("agreement"),
                row.getString("cost_code"));
        var previous = row.getLong("previous_gross");
        return new Candidate(
                person,
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("job_title"),
                address(row.getString("street"), row.getString("postal_code"), row.getString("city")),
                row.getString("currency"),
                row.getString("iban"),
                row.getBoolean("iban_shared"),
                row.getString("tax_id"),
                row.getString("email"),
                row.getInt("annual_leave_hundredths"),
                Opening.read(row),
                new Before(
                        row.getLong("before_gross"),
                        row.getLong("before_taxable"),
                        row.getLong("before_tax"),
                        row.getLong("before_net")),
                row.getObject("previous_gross") == null ? null : previous,
                new Earlier(List.of(), months(row, "salaries_withheld"), Set.copyOf(months(row, "fees_paid"))));
    }

    private static List<YearMonth> months(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        if (array == null) return List.of();
        return Stream.of((Date[]) array.getArray())
                .map(day -> YearMonth.from(day.toLocalDate()))
                .toList();
    }

    /** {@code Repslagargatan 19, 118 46 Stockholm}, without what is missing. */
    private static String address(String street, String postalCode, String city) {
        var place = (postalCode + " " + city).strip();
        if (street.isEmpty()) return place;
        return place.isEmpty() ? street : street + ", " + place;
    }

    @Override
    public String toString() {
        return "employee " + person.employeeNo();
    }
}
