package dev.callboard.report.payroll.employee;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.bulk.CsvImport;
import dev.callboard.report.bulk.CsvImport.Staging;
import dev.callboard.report.bulk.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;

/** What was paid in a year before the first run here, so that the year to date is right. Replaces what was known. */
@ApplicationScoped
class OpeningBalanceImport {
    private static final List<String> COLUMNS = List.of(
            "employee_no",
            "year",
            "gross_minor",
            "taxable_minor",
            "tax_minor",
            "deductions_minor",
            "net_minor",
            "hours",
            "leave_days");
    private static final String STORED = "employee_no, year, gross_minor, taxable_minor, tax_minor, deductions_minor,"
            + " net_minor, minutes, leave_hundredths";
    private static final Staging STAGING = new Staging(
            "create temporary table staged_balance on commit drop as select " + STORED
                    + " from opening_balance with no data",
            "staged_balance (" + STORED + ")");
    private static final long MOST = 100_000_000_000L;

    @Inject
    CsvImport csv;

    @Inject
    Database db;

    long of(UUID accountId, InputStream body) {
        var seen = new HashSet<String>();
        return csv.rows(
                        body,
                        COLUMNS,
                        CsvImport.MOST_DISTINCT_ROWS,
                        INVALID_ROWS,
                        STAGING,
                        (row, out) -> checked(row, seen, out),
                        _ -> db.update("""
                        insert into opening_balance (account_id, %1$s)
                        select ?, %1$s from staged_balance
                        on conflict (account_id, employee_no, year) do update set
                          gross_minor = excluded.gross_minor, taxable_minor = excluded.taxable_minor,
                          tax_minor = excluded.tax_minor, deductions_minor = excluded.deductions_minor,
                          net_minor = excluded.net_minor, minutes = excluded.minutes,
                          leave_hundredths = excluded.leave_hundredths
                        """.formatted(STORED), accountId))
                .rows();
    }

    private static void checked(Row row, HashSet<String> seen, CopyRows out) {
        var number = row.required("employee_no", 32);
        var year = row.whole("year", 1990, 2199);
        if (!seen.add(number + "/" + year)) row.bad("employee_no", "each number once a year");
        out.value(number)
                .value(year)
                .value(row.whole("gross_minor", -MOST, MOST))
                .value(row.whole("taxable_minor", -MOST, MOST))
                .value(row.whole("tax_minor", -MOST, MOST))
                .value(row.wholeOr(0, "deductions_minor", -MOST, MOST))
                .value(row.whole("net_minor", -MOST, MOST))
                .value(row.scaledOr(0, "hours", 60, 0, 10_000))
                .value(row.scaledOr(0, "leave_days", 100, -366, 366))
                .end();
    }
}
