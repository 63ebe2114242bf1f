package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.LEAVE_EMPLOYEE_UNADDRESSED;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_OF_ONES_OWN;

/** What payroll added to balances or took from them, each with its reason. One that was wrong is put right by another. */
@ApplicationScoped
class LeaveAdjustments {
    /** Which balance. */
    enum AdjustedBalance {
        PAID,
        SAVED
    }

    /** @param hundredths of days */
    record LeaveAdjustment(
            UUID id,
            String employeeNo,
            LocalDate date,
            AdjustedBalance balance,
            int hundredths,
            String reason,
            UUID madeBy,
            String madeByName,
            Instant madeAt) {}

    @Inject
    Database db;

    @Inject
    LeaveEmployees employees;

    @Inject
    LeaveCalendar calendar;

    @Inject
    InstantSource clock;

    /**
     * One of a day before the first pay period that is calculated here may later be in an opening balance instead.
     *
     * @param date null: today, or the first day that is not closed
     * @throws dev.callboard.kit.problem.Problem LEAVE_OF_ONES_OWN, INVALID, LEAVE_EMPLOYEE_UNADDRESSED,
     *     PAY_PERIOD_CLOSED
     */
    @Transactional
    LeaveAdjustment make(
            LeaveStanding standing,
            String employeeNo,
            @Nullable LocalDate date,
            AdjustedBalance balance,
            int hundredths,
            String reason) {
        if (standing.own().contains(employeeNo)) throw LEAVE_OF_ONES_OWN.of("employee " + employeeNo);
        if (!employees.has(standing.accountId(), employeeNo))
            throw CommonProblem.INVALID
                    .because("employeeNo: " + employeeNo + " (expected: the number of an employee)")
                    .field("employeeNo", employeeNo, "the number of an employee");
        // whose leave it is follows from the address: without one it could be the caller's own
        var email = employees.email(standing.accountId(), employeeNo);
        if (email == null || email.isBlank()) throw LEAVE_EMPLOYEE_UNADDRESSED.of("employee " + employeeNo);
        if (hundredths == 0)
            throw CommonProblem.INVALID
                    .because("daysHundredths: 0 (expected: what is added, or below zero what is taken away)")
                    .field("daysHundredths", 0, "what is added, or below zero what is taken away");
        LeaveLock.take(db, standing.accountId());
        var day = date == null ? calendar.latestOpen(standing.accountId()) : date;
        calendar.checkAdjustment(standing.accountId(), day);
        var made = new LeaveAdjustment(
                Ids.next(),
                employeeNo,
                day,
                balance,
                hundredths,
                reason,
                standing.who().userId(),
                standing.who().name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        db.update(
                """
                insert into leave_adjustment (id, account_id, employee_no, day, kind, days, reason, made_by, made_by_name,
                  made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                made.id,
                standing.accountId(),
                made.employeeNo,
                made.date,
                made.balance,
                made.hundredths,
                made.reason,
                made.madeBy,
                made.madeByName,
                made.madeAt);
        return made;
    }

    /** The latest first. @param employeeNo null for everybody's */
    List<LeaveAdjustment> page(UUID accountId, @Nullable String employeeNo, @Nullable UUID before, int limit) {
        return db.list("""
                select id, employee_no, day, kind, days, reason, made_by, made_by_name, made_at from leave_adjustment
                where account_id = ? and (?::text is null or employee_no = ?) and (?::uuid is null or id < ?)
                order by id desc limit ?
                """, LeaveAdjustments::read, accountId, employeeNo, employeeNo, before, before, limit);
    }

    private static LeaveAdjustment read(ResultSet row) throws SQLException {
        return new LeaveAdjustment(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                AdjustedBalance.valueOf(row.getString(4)),
                row.getInt(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
