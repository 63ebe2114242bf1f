package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.bulk.CsvImport;
import dev.callboard.report.bulk.CsvImport.Staging;
import dev.callboard.report.bulk.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.INVALID_ROWS;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_OF_ONES_OWN;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_OVERLAPS;
import static dev.callboard.report.payroll.PayrollProblem.PAY_PERIOD_CLOSED;

/**
 * Leave that was approved elsewhere, by CSV. A row that begins on the day of one that is known replaces it, also one that
 * was approved here: so a booking is mended. One that says the same changes nothing; every other one, new or not, begins
 * after the closed pay periods and is somebody else's than the importer's.
 */
@ApplicationScoped
class LeaveImport {
    private static final List<String> COLUMNS = List.of("employee_no", "from", "to", "kind");
    private static final String STORED = "employee_no, first_day, last_day, kind";
    private static final Staging STAGING = new Staging(
            "create temporary table staged_leave on commit drop as select " + STORED
                    + " from leave_booking with no data",
            "staged_leave (" + STORED + ")");
    private static final int LONGEST_DAYS = 731;

    @Inject
    CsvImport csv;

    @Inject
    Database db;

    @Inject
    LeaveCalendar calendar;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem INVALID_ROWS, PAY_PERIOD_CLOSED, LEAVE_OF_ONES_OWN, LEAVE_OVERLAPS */
    long of(UUID accountId, Somebody by, InputStream body) {
        var seen = new HashMap<String, NavigableMap<LocalDate, LocalDate>>();
        return csv.rows(
                        body,
                        COLUMNS,
                        CsvImport.MOST_DISTINCT_ROWS,
                        INVALID_ROWS,
                        STAGING,
                        (row, out) -> checked(row, seen, out),
                        _ -> move(accountId, by))
                .rows();
    }

    private void move(UUID accountId, Somebody by) {
        LeaveLock.take(db, accountId);
        calendar.settledUntil(accountId)
                .flatMap(end -> changing("s.first_day <= ?", accountId, end))
                .ifPresent(row -> {
                    throw PAY_PERIOD_CLOSED.because(row + " is in a closed pay period");
                });
        changing("lower(e.email) = lower(?)", accountId, by.email()).ifPresent(row -> {
            throw LEAVE_OF_ONES_OWN.because(row);
        });
        db.update(
                """
                insert into leave_booking (account_id, %1$s, imported_on, imported_by)
                select ?, %1$s, ?, ? from staged_leave
                on conflict (account_id, employee_no, first_day) do update set last_day = excluded.last_day,
                  kind = excluded.kind, imported_on = excluded.imported_on, imported_by = excluded.imported_by,
                  requested_on = null, approved_on = null, approved_by = null
                where (leave_booking.last_day, leave_booking.kind) is distinct from (excluded.last_day, excluded.kind)
                """.formatted(STORED),
                accountId,
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                by.userId());
        db.first(
                        """
                select s.employee_no, s.first_day, b.first_day
                from staged_leave s join leave_booking b on b.account_id = ? and b.employee_no = s.employee_no
                  and b.first_day <> s.first_day and b.first_day <= s.last_day and b.last_day >= s.first_day
                order by s.employee_no, s.first_day limit 1
                """,
                        row -> row.getString(1) + " from " + row.getString(2) + " overlaps leave from "
                                + row.getString(3),
                        accountId)
                .ifPresent(overlap -> {
                    throw LEAVE_OVERLAPS.because("employee " + overlap);
                });
    }

    /** The first such row that is new, or says other days or another kind than the booking that it would replace. */
    private Optional<String> changing(String such, UUID accountId, Object value) {
        return db.first(
                """
                select s.employee_no, s.first_day
                from staged_leave s
                left join leave_booking b
                  on b.account_id = ? and b.employee_no = s.employee_no and b.first_day = s.first_day
                left join employee e on e.account_id = ? and e.employee_no = s.employee_no
                where (b.last_day, b.kind) is distinct from (s.last_day, s.kind) and %s
                order by s.employee_no, s.first_day limit 1
                """.formatted(such),
                row -> "employee " + row.getString(1) + ": leave from " + row.getString(2),
                accountId,
                accountId,
                value);
    }

    private static void checked(Row row, Map<String, NavigableMap<LocalDate, LocalDate>> seen, CopyRows out) {
        var number = row.required("employee_no", 32);
        var from = row.date("from");
        var to = row.date("to");
        var kind = row.one(LeaveKind.class, "kind");
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS)
            row.bad("to", "not before from, and within two years of it");
        var booked = seen.computeIfAbsent(number, _ -> new TreeMap<>());
        var before = booked.floorEntry(to);
        if (before != null && !before.getValue().isBefore(from))
            row.bad("from", "no day that another row of " + number + " has");
        booked.put(from, to);
        out.value(number).value(from).value(to).value(kind).end();
    }
}
