package dev.callboard.report.payroll.tax;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.employee.Employee;
import dev.callboard.report.payroll.tax.TaxYear.Opening;
import dev.callboard.report.payroll.tax.TaxYear.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calendar years of all accounts. */
@ApplicationScoped
public class TaxYears {
    private record PaidRun(UUID id, LocalDate payDate, String currency, Employer employer) {}

    @Inject
    Database db;

    @Inject
    InstantSource clock;

    /** Empty for a year in which no released run was paid. */
    public Optional<TaxYear> find(UUID accountId, int year) {
        var lastDay = LocalDate.of(year, 12, 31);
        var runs =
                db.list("""
                select id, pay_date, currency, %s
                from pay_run
                where account_id = ? and state = 'RELEASED' and slips > 0 and pay_date between ? and ?
                order by pay_date, month
                """.formatted(Employer.COLUMNS), TaxYears::run, accountId, LocalDate.of(year, 1, 1), lastDay);
        if (runs.isEmpty()) return Optional.empty();

        var last = runs.getLast();
        var interim = !clock.instant().atZone(ZoneOffset.UTC).toLocalDate().isAfter(lastDay);
        var ids = runs.stream().map(PaidRun::id).toList();
        var until = interim ? last.payDate : lastDay;
        return Optional.of(new TaxYear(accountId, year, ids, until, interim, last.currency, last.employer));
    }

    private static PaidRun run(ResultSet row) throws SQLException {
        return new PaidRun(
                row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getString(3), Employer.read(row));
    }

    /** By number: everyone with a slip in the year or an opening balance of it. */
    public List<Person> people(TaxYear year) {
        return db.list(
                """
                select e.employee_no, e.given_name || ' ' || e.family_name as name, e.job_title, e.street, e.postal_code,
                  e.city, e.tax_id, o.gross_minor, o.taxable_minor, o.tax_minor, o.deductions_minor, o.net_minor
                from (
                  select s.employee_no from pay_run r
                  join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                  where r.id = any(?) and s.slip_ordinal is not null
                  union
                  select employee_no from opening_balance where account_id = ? and year = ?
                ) paid
                join employee e on e.account_id = ? and e.employee_no = paid.employee_no
                left join opening_balance o
                  on o.account_id = e.account_id and o.employee_no = e.employee_no and o.year = ?
                order by e.employee_no
                """,
                TaxYears::person,
                year.payRuns().toArray(UUID[]::new),
                year.accountId(),
                year.year(),
                year.accountId(),
                year.year());
    }

    private static Person person(ResultSet row) throws SQLException {
        var place = (row.getString("postal_code") + " " + row.getString("city")).strip();
        var street = row.getString("street");
        var gross = row.getLong("gross_minor");
        var opening = row.wasNull()
                ? null
                : new Opening(
                        gross,
                        row.getLong("taxable_minor"),
                        Math.abs(row.getLong("tax_minor")),
                        row.getLong("deductions_minor"),
                        row.getLong("net_minor"));
        return new Person(
                row.getString("employee_no"),
                row.getString("name"),
                row.getString("job_title"),
                street.isEmpty() ? place : place.isEmpty() ? street : street + ", " + place,
                Employee.maskedTaxId(row.getString("tax_id")),
                opening);
    }
}
