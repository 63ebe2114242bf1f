package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.leave.LeaveYear.Adjustment;
import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Opening;
import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import dev.callboard.report.payroll.rule.PaidPerson;
import dev.callboard.report.payroll.rule.PayKind;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.scheme.PaySchemes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** The leave years of all accounts. */
@ApplicationScoped
public class LeaveYears {
    private record Run(
            UUID id, LocalDate month, LocalDate payDate, String currency, int firstMonth, Employer employer) {
        LocalDate end() {
            return YearMonth.from(month).atEndOfMonth();
        }
    }

    @Inject
    Database db;

    @Inject
    PaySchemes schemes;

    /**
     * The one that begins in this calendar year. Empty without a released run in it.
     *
     * @param year in which it begins: 2027 for 2027/28
     */
    public Optional<LeaveYear> find(UUID accountId, int year) {
        var runs = runs(accountId);
        if (runs.isEmpty()) return Optional.empty();

        var from = LocalDate.of(year, runs.getLast().firstMonth, 1);
        var until = runs.stream()
                .filter(run -> run.month.isBefore(from.plusYears(1)))
                .toList();
        if (until.isEmpty() || until.getLast().month.isBefore(from)) return Optional.empty();

        var last = until.getLast();
        var saving = schemes.get(last.employer.schemeId()).leaveYear();
        return Optional.of(new LeaveYear(
                accountId,
                from,
                last.end(),
                until.stream().map(Run::id).toList(),
                new Rule(last.firstMonth, saving.mostSaved(), saving.savedYears()),
                last.currency,
                last.employer));
    }

    private List<Run> runs(UUID accountId) {
        return db.list(
                """
                select id, month, pay_date, currency, (terms->>'leaveYearFirstMonth')::int as first_month, %s
                from pay_run where account_id = ? and state = 'RELEASED' order by month
                """.formatted(Employer.COLUMNS),
                row -> new Run(
                        row.getObject("id", UUID.class),
                        row.getObject("month", LocalDate.class),
                        row.getObject("pay_date", LocalDate.class),
                        row.getString("currency"),
                        row.getInt("first_month"),
                        Employer.read(row)),
                accountId);
    }

    /** By number: everyone with a slip up to then, or with leave booked or adjusted. */
    public List<Person> people(LeaveYear year) {
        var scheme = schemes.get(year.employer().schemeId());
        var openings = openings(year);
        var bookings = byNumber(
                year,
                "select " + LeaveBalances.BOOKING
                        + " from leave_booking where account_id = ? order by employee_no, first_day",
                LeaveBalances::booking);
        var adjustments = byNumber(
                year,
                "select " + LeaveBalances.ADJUSTMENT
                        + " from leave_adjustment where account_id = ? order by employee_no, day, id",
                LeaveBalances::adjustment);
        return db.list(
                """
                select e.* from (
                  select s.employee_no from pay_run r
                  join pay_result s on s.account_id = r.account_id and s.month = r.month and s.run_id = r.id
                  where r.id = any(?) and s.slip_ordinal is not null
                  union
                  select employee_no from leave_booking where account_id = ?
                  union
                  select employee_no from leave_adjustment where account_id = ?
                ) known
                join employee e on e.account_id = ? and e.employee_no = known.employee_no
                order by e.employee_no
                """,
                row -> {
                    var number = row.getString("employee_no");
                    return person(
                            row,
                            scheme,
                            openings.get(number),
                            bookings.getOrDefault(number, List.of()),
                            adjustments.getOrDefault(number, List.of()));
                },
                year.payRuns().toArray(UUID[]::new),
                year.accountId(),
                year.accountId(),
                year.accountId());
    }

    /** @param sql of the account; the number is its first column */
    private <T> Map<String, List<T>> byNumber(LeaveYear year, String sql, Database.Row<T> read) {
        return db.list(sql, row -> Map.entry(row.getString(1), read.read(row)), year.accountId()).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The latest of each person that is not of a year to come. */
    private Map<String, Opening> openings(LeaveYear year) {
        var firstOfYear = runs(year.accountId()).stream()
                .collect(toMap(run -> run.payDate.getYear(), Run::month, (first, _) -> first));
        return db
                .list(
                        """
                select distinct on (employee_no) employee_no, year, leave_hundredths from opening_balance
                where account_id = ? and year <= ? order by employee_no, year desc
                """,
                        row -> Map.entry(row.getString(1), opening(firstOfYear, row.getInt(2), row.getInt(3))),
                        year.accountId(),
                        year.asOf().getYear())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param firstMonths that were paid here, by year of payment */
    static Opening opening(Map<Integer, LocalDate> firstMonths, int year, int days) {
        return new Opening(
                firstMonths.getOrDefault(year, LocalDate.of(year, 1, 1)).minusDays(1), days);
    }

    private static Person person(
            ResultSet row,
            PayScheme scheme,
            @Nullable Opening opening,
            List<Booking> bookings,
            List<Adjustment> adjustments)
            throws SQLException {
        var paid = new PaidPerson(
                row.getString("employee_no"),
                PayKind.valueOf(row.getString("pay_kind")),
                row.getLong("rate_minor"),
                row.getObject("started_on", LocalDate.class),
                row.getInt("holiday_pay_bp"),
                row.getString("tax_table"),
                row.getString("agreement"),
                row.getString("cost_code"));
        var annual = row.getInt("annual_leave_hundredths");
        return new Person(
                paid.employeeNo(),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("job_title"),
                row.getString("department"),
                paid.startedOn(),
                annual,
                scheme.hourlyRate(paid) * scheme.hourlyRateOf().hoursOfDay(),
                opening,
                bookings,
                adjustments);
    }
}
