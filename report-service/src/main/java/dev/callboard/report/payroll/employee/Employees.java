package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.rule.PayKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The paid people of an account. */
@ApplicationScoped
class Employees {
    /** An employee as stored. */
    record Stored(Employee employee, long version) {}

    @Inject
    Database db;

    @Inject
    EmployeeNumbers numbers;

    @Inject
    InstantSource clock;

    Optional<Stored> of(UUID accountId, String employeeNo) {
        return db.first(
                "select * from employee where account_id = ? and employee_no = ?",
                Employees::read,
                accountId,
                employeeNo);
    }

    /** In the order of their numbers, behind {@code after}. */
    List<Stored> page(UUID accountId, String query, String after, int limit) {
        var like = "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return db.list("""
                select * from employee
                where account_id = ? and employee_no > ?
                  and (given_name || ' ' || family_name ilike ? or employee_no ilike ?)
                order by employee_no limit ?
                """, Employees::read, accountId, after, like, like, limit);
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND, PRECONDITION_FAILED, INVALID */
    @Transactional
    Stored change(UUID accountId, String employeeNo, IfMatch ifMatch, UnaryOperator<Employee> change) {
        var stored = db.first(
                        "select * from employee where account_id = ? and employee_no = ? for update",
                        Employees::read,
                        accountId,
                        employeeNo)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("employee"));
        ifMatch.mustBe(stored.version);
        var changed = change.apply(stored.employee);
        if (!changed.employeeNo().equals(employeeNo))
            throw CommonProblem.INVALID
                    .because("employeeNo never changes")
                    .field("employeeNo", changed.employeeNo(), employeeNo);

        born(changed.birthDate());
        shortEnough("iban", changed.iban(), 42);
        shortEnough("taxId", changed.taxId(), 40);
        numbers.mayBeOf(accountId, employeeNo, Identity.of(stored.employee), Identity.of(changed));
        db.update(
                """
                update employee set given_name = ?, family_name = ?, email = ?, birth_date = ?, street = ?,
                  postal_code = ?, city = ?, country = ?, iban = ?, tax_id = ?, tax_table = ?, pay_kind = ?,
                  rate_minor = ?, currency = ?, started_on = ?, annual_leave_hundredths = ?, department = ?,
                  job_title = ?, agreement = ?, holiday_pay_bp = ?, cost_code = ?, version = version + 1
                where account_id = ? and employee_no = ?
                """,
                changed.givenName(),
                changed.familyName(),
                changed.email(),
                changed.birthDate(),
                changed.street(),
                changed.postalCode(),
                changed.city(),
                changed.country(),
                Iban.plain(changed.iban()),
                changed.taxId(),
                changed.taxTable(),
                changed.payKind(),
                changed.rateMinor(),
                changed.currency(),
                changed.startedOn(),
                changed.annualLeaveHundredths(),
                changed.department(),
                changed.jobTitle(),
                changed.agreement(),
                changed.holidayPayBp(),
                changed.costCode(),
                accountId,
                employeeNo);
        return new Stored(changed, stored.version + 1);
    }

    private void born(@Nullable LocalDate day) {
        if (day != null && !day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
            throw CommonProblem.INVALID
                    .because("birthDate: not accepted (expected: a day that is over)")
                    .field("birthDate", null, "a day that is over");
    }

    private static void shortEnough(String field, String secret, int max) {
        if (secret.length() > max)
            throw CommonProblem.INVALID
                    .because(field + ": too long")
                    .field(field, null, "at most " + max + " characters");
    }

    private static Stored read(ResultSet row) throws SQLException {
        var employee = new Employee(
                row.getString("employee_no"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("country"),
                row.getString("iban"),
                row.getString("tax_id"),
                row.getString("tax_table"),
                PayKind.valueOf(row.getString("pay_kind")),
                row.getLong("rate_minor"),
                row.getString("currency"),
                row.getObject("started_on", LocalDate.class),
                row.getInt("annual_leave_hundredths"),
                row.getString("department"),
                row.getString("job_title"),
                row.getString("agreement"),
                row.getInt("holiday_pay_bp"),
                row.getString("cost_code"));
        return new Stored(employee, row.getLong("version"));
    }
}
