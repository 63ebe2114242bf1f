package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.leave.LeaveLedger.Earned;
import dev.callboard.report.payroll.leave.LeaveYear.Adjustment;
import dev.callboard.report.payroll.leave.LeaveYear.Approval;
import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Opening;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import dev.callboard.report.payroll.rule.PayScheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** What a slip says of leave: the sums of the leave report at the end of the slip's period. */
@ApplicationScoped
public class LeaveBalances {
    static final String BOOKING =
            "employee_no, first_day, last_day, kind, imported_on, requested_on, approved_on, approved_by";
    static final String ADJUSTMENT = "employee_no, day, kind, days, reason, made_by_name";
    private static final String NUMBERS = " and employee_no > ? and employee_no <= ?";

    /**
     * Of a leave year up to a day, in hundredths of days.
     *
     * @param opening what the year began with, or the opening balance in it, and what was adjusted since
     * @param taken and paid out
     * @param savedOpening with what was adjusted
     * @param savedExpires the day on which the oldest saved days that are left lapse
     */
    public record Balance(
            int opening,
            int earned,
            int taken,
            int savedOpening,
            int savedTaken,
            @Nullable LocalDate savedExpires) {

        public boolean isNothing() {
            return opening == 0 && earned == 0 && taken == 0 && !hasSaved();
        }

        public boolean hasSaved() {
            return savedOpening != 0;
        }

        public int paidLeft() {
            return opening + earned - taken;
        }

        public int savedLeft() {
            return savedOpening - savedTaken;
        }

        static Balance of(LeaveLedger ledger) {
            return new Balance(
                    ledger.carried + ledger.opening + ledger.adjusted,
                    ledger.earned,
                    ledger.taken + ledger.paidOut,
                    ledger.saved.stream()
                            .mapToInt(lot -> lot.opening + lot.adjusted)
                            .sum(),
                    ledger.saved.stream().mapToInt(lot -> lot.taken).sum(),
                    ledger.saved.stream()
                            .filter(lot -> lot.left > 0)
                            .map(lot -> lot.expires)
                            .min(LocalDate::compareTo)
                            .orElse(null));
        }
    }

    /** What is known of some employees before a period is paid. */
    public static final class Before {
        private final Rule rule;
        private final LocalDate asOf;
        private final Map<String, Opening> openings;
        private final Map<String, List<Earned>> runs;
        private final Map<String, List<Booking>> bookings;
        private final Map<String, List<Adjustment>> adjustments;

        private Before(
                Rule rule,
                LocalDate asOf,
                Map<String, Opening> openings,
                Map<String, List<Earned>> runs,
                Map<String, List<Booking>> bookings,
                Map<String, List<Adjustment>> adjustments) {
            this.rule = rule;
            this.asOf = asOf;
            this.openings = openings;
            this.runs = runs;
            this.bookings = bookings;
            this.adjustments = adjustments;
        }

        /**
         * At the end of the period.
         *
         * @param earned and taken by hours, with this period's pay
         */
        public Balance with(String employeeNo, int earned, int taken) {
            var all = new ArrayList<>(runs.getOrDefault(employeeNo, List.of()));
            all.add(new Earned(asOf, earned, taken));
            var booked = bookings.getOrDefault(employeeNo, List.of());
            var adjusted = adjustments.getOrDefault(employeeNo, List.of());
            return Balance.of(LeaveLedger.of(rule, openings.get(employeeNo), all, booked, adjusted, asOf));
        }
    }

    @Inject
    Database db;

    /** Of the numbers behind {@code after} up to {@code last}. The run itself is counted with the approved ones. */
    public Before before(
            UUID accountId, UUID payRunId, YearMonth period, PayScheme.LeaveYear year, String after, String last) {
        var rule = new Rule(year.firstMonth(), year.mostSaved(), year.savedYears());
        var asOf = period.atEndOfMonth();
        return new Before(
                rule,
                asOf,
                openings(accountId, firstMonths(accountId, payRunId, period), asOf.getYear(), after, last),
                runs(accountId, period, after, last),
                bookings(accountId, asOf, after, last),
                adjustments(accountId, asOf, after, last));
    }

    /** By year of payment. */
    private Map<Integer, LocalDate> firstMonths(UUID accountId, UUID payRunId, YearMonth period) {
        return db
                .list(
                        """
                        select extract(year from pay_date)::int, min(month) from pay_run
                        where account_id = ? and month <= ? and (state in ('APPROVED', 'RELEASED') or id = ?) group by 1
                        """,
                        row -> Map.entry(row.getInt(1), row.getObject(2, LocalDate.class)),
                        accountId,
                        period.atDay(1),
                        payRunId)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Opening> openings(
            UUID accountId, Map<Integer, LocalDate> firstMonths, int lastYear, String after, String last) {
        return db
                .list(
                        "select distinct on (employee_no) employee_no, year, leave_hundredths from opening_balance"
                                + " where account_id = ?" + NUMBERS + " and year <= ? order by employee_no, year desc",
                        row -> Map.entry(
                                row.getString(1), LeaveYears.opening(firstMonths, row.getInt(2), row.getInt(3))),
                        accountId,
                        after,
                        last,
                        lastYear)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, List<Earned>> runs(UUID accountId, YearMonth period, String after, String last) {
        return db
                .list(
                        """
                        select s.employee_no, r.month, s.leave_earned, s.leave_taken
                        from pay_run r
                        join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                        where r.account_id = ? and r.month < ? and r.state in ('APPROVED', 'RELEASED')
                          and s.slip_ordinal is not null and s.employee_no > ? and s.employee_no <= ?
                        order by r.month
                        """,
                        row -> Map.entry(
                                row.getString(1),
                                new Earned(
                                        YearMonth.from(row.getObject(2, LocalDate.class))
                                                .atEndOfMonth(),
                                        row.getInt(3),
                                        row.getInt(4))),
                        accountId,
                        period.atDay(1),
                        after,
                        last)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<String, List<Booking>> bookings(UUID accountId, LocalDate until, String after, String last) {
        return db
                .list(
                        "select " + BOOKING + " from leave_booking where account_id = ?" + NUMBERS
                                + " and first_day <= ? order by first_day",
                        row -> Map.entry(row.getString(1), booking(row)),
                        accountId,
                        after,
                        last,
                        until)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<String, List<Adjustment>> adjustments(UUID accountId, LocalDate until, String after, String last) {
        return db
                .list(
                        "select " + ADJUSTMENT + " from leave_adjustment where account_id = ?" + NUMBERS
                                + " and day <= ? order by day, id",
                        row -> Map.entry(row.getString(1), adjustment(row)),
                        accountId,
                        after,
                        last,
                        until)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Of the columns {@link #BOOKING}. */
    static Booking booking(ResultSet row) throws SQLException {
        var approvedOn = row.getObject(7, LocalDate.class);
        return new Booking(
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                LeaveKind.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                approvedOn == null
                        ? null
                        : new Approval(row.getObject(6, LocalDate.class), approvedOn, row.getString(8)));
    }

    /** Of the columns {@link #ADJUSTMENT}. */
    static Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getObject(2, LocalDate.class),
                LeaveKind.valueOf(row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getString(6));
    }
}
