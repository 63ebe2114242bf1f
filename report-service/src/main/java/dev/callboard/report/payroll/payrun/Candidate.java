package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.PaidPerson;
import dev.callboard.report.payroll.rule.PayKind;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * An employee as a calculation finds her, with what came before.
 *
 * @param before sums of the year before this run: opening balance and earlier runs
 * @param previousGross of the period before, or null
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
        Before before,
        @Nullable Long previousGross) {

    record Before(long gross, long taxable, long tax, long net) {}

    /**
     * A page of employees, and for each of them what came before by its key: however many pages, each costs the same,
     * also when the planner knows nothing of rows that were imported a moment ago. Parameters: account, after, limit;
     * year (opening balance); first and last pay date of the year and run (earlier runs); month before.
     */
    static final String QUERY = """
            select e.*,
              e.iban <> '' and exists (
                select 1 from employee other
                where other.account_id = e.account_id and other.iban = e.iban
                  and other.employee_no <> e.employee_no) as iban_shared,
              coalesce(o.gross_minor, 0) + coalesce(y.gross, 0) as before_gross,
              coalesce(o.taxable_minor, 0) + coalesce(y.taxable, 0) as before_taxable,
              -abs(coalesce(o.tax_minor, 0)) + coalesce(y.tax, 0) as before_tax,
              coalesce(o.net_minor, 0) + coalesce(y.net, 0) as before_net,
              p.gross_minor as previous_gross
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
                new Before(
                        row.getLong("before_gross"),
                        row.getLong("before_taxable"),
                        row.getLong("before_tax"),
                        row.getLong("before_net")),
                row.getObject("previous_gross") == null ? null : previous);
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
