package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.BadRows;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.bulk.CsvImport;
import dev.callboard.report.bulk.CsvImport.Staging;
import dev.callboard.report.bulk.Row;
import dev.callboard.report.payroll.rule.PayKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;

/**
 * Employees by CSV: new ones are added, known ones replaced, unless that gave a number to somebody else. An IBAN whose
 * check digits are wrong or a tax table that nobody knows are not errors of the file: the pay run names them.
 */
@ApplicationScoped
class EmployeeImport {
    private static final List<String> COLUMNS = List.of(
            "employee_no",
            "given_name",
            "family_name",
            "email",
            "birth_date",
            "street",
            "postal_code",
            "city",
            "country",
            "iban",
            "tax_id",
            "tax_table",
            "pay_kind",
            "rate_minor",
            "currency",
            "started_on",
            "annual_leave_days",
            "department",
            "job_title",
            "agreement",
            "holiday_pay_bp",
            "cost_code");
    private static final String STORED = "employee_no, given_name, family_name, email, birth_date, street, postal_code,"
            + " city, country, iban, tax_id, tax_table, pay_kind, rate_minor, currency, started_on,"
            + " annual_leave_hundredths, department, job_title, agreement, holiday_pay_bp, cost_code";
    private static final Staging STAGING = new Staging(
            "create temporary table staged_employee on commit drop as select 0::bigint as line, " + STORED
                    + " from employee with no data",
            "staged_employee (line, " + STORED + ")");

    @Inject
    CsvImport csv;

    @Inject
    Database db;

    @Inject
    EmployeeNumbers numbers;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem INVALID_ROWS */
    long of(UUID accountId, InputStream body) {
        var seen = new HashSet<String>();
        // nobody is older in one zone than in another for long
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return csv.rows(
                        body,
                        COLUMNS,
                        CsvImport.MOST_DISTINCT_ROWS,
                        INVALID_ROWS,
                        STAGING,
                        (row, out) -> checked(row, seen, today, out),
                        _ -> move(accountId))
                .rows();
    }

    private void move(UUID accountId) {
        var bad = new BadRows();
        numbers.takenOver(accountId).forEach(bad::add);
        if (bad.any()) throw bad.refusal(INVALID_ROWS);

        db.update("""
                insert into employee (account_id, %1$s)
                select ?, %1$s from staged_employee
                on conflict (account_id, employee_no) do update set
                  (%2$s, version) = (%3$s, employee.version + 1)
                """.formatted(STORED, replaced(""), replaced("excluded.")), accountId);
    }

    private static String replaced(String prefix) {
        var columns = STORED.substring("employee_no, ".length()).split(",\\s*");
        return prefix + String.join(", " + prefix, columns);
    }

    private static void checked(Row row, HashSet<String> seen, LocalDate today, CopyRows out) {
        var number = row.required("employee_no", 32);
        if (!number.isEmpty() && !seen.add(number)) row.bad("employee_no", "each number once in the file");
        var email = row.text("email", 254);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+"))
            row.bad("email", "an address like bo@norrsken.example");
        var born = row.secretDateOrNone("birth_date");
        if (born != null && !born.isBefore(today)) row.badSecret("birth_date", "a day that is over");
        var country = row.text("country", 2);
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) row.bad("country", "an ISO 3166 code like SE");
        out.value(row.line())
                .value(number)
                .value(row.required("given_name", 80))
                .value(row.required("family_name", 80))
                .value(email.isEmpty() ? null : email)
                .value(born)
                .value(row.text("street", 120))
                .value(row.text("postal_code", 16))
                .value(row.text("city", 80))
                .value(country)
                .value(Iban.plain(row.secret("iban", 42)))
                .value(row.secret("tax_id", 40))
                .value(row.text("tax_table", 40))
                .value(row.one(PayKind.class, "pay_kind"))
                .value(row.whole("rate_minor", 0, Employee.MOST_RATE))
                .value(row.currency("currency"))
                .value(row.date("started_on"))
                .value(row.scaledOr(0, "annual_leave_days", 100, 0, 366))
                .value(row.text("department", 80))
                .value(row.text("job_title", 80))
                .value(row.text("agreement", 40))
                .value(row.wholeOr(0, "holiday_pay_bp", 0, 5_000))
                .value(row.text("cost_code", 40))
                .end();
    }
}
