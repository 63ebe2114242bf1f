package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import static dev.callboard.report.payroll.PayrollProblem.LEAVE_EMPLOYEE_CHANGED;
import static dev.callboard.report.payroll.PayrollProblem.LEAVE_OVERLAPS;

/** The requests for leave of all accounts. */
@ApplicationScoped
class LeaveRequests implements PanacheRepositoryBase<LeaveRequest, UUID> {
    @Inject
    Database db;

    @Inject
    LeaveEmployees employees;

    @Inject
    LeaveCalendar calendar;

    @Inject
    InstantSource clock;

    /**
     * The latest first, of those that the standing lets see.
     *
     * @param state null for any, like {@code employeeNo}
     */
    List<LeaveRequest> page(
            LeaveStanding standing,
            @Nullable LeaveState state,
            @Nullable String employeeNo,
            @Nullable UUID before,
            int limit) {
        var query = new StringBuilder("accountId = :account");
        var values = Parameters.with("account", standing.accountId());
        if (!standing.payroll()) {
            query.append(" and employeeNo in :own and lower(email) = :email");
            values.and("own", standing.own())
                    .and("email", standing.who().email().toLowerCase(Locale.ROOT));
        }
        if (state != null) {
            query.append(" and state = :state");
            values.and("state", state);
        }
        if (employeeNo != null) {
            query.append(" and employeeNo = :number");
            values.and("number", employeeNo);
        }
        if (before != null) {
            query.append(" and id < :before");
            values.and("before", before);
        }
        return find(query + " order by id desc", values).range(0, limit - 1).list();
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND, also for what the standing does not let see */
    LeaveRequest get(LeaveStanding standing, UUID id) {
        return visible(standing, findById(id));
    }

    /**
     * @param employeeNo null for one's own
     * @throws dev.callboard.kit.problem.Problem FORBIDDEN, INVALID, LEAVE_YEAR_MISMATCH, PAY_PERIOD_CLOSED, LEAVE_OVERLAPS
     */
    @Transactional
    LeaveRequest ask(LeaveStanding standing, @Nullable String employeeNo, LeaveDays days, String note) {
        var number = number(standing, employeeNo);
        LeaveLock.take(db, standing.accountId());
        calendar.check(standing.accountId(), days);
        mustBeFree(standing.accountId(), number, days);
        requested(standing.accountId(), number, days).ifPresent(other -> {
            throw overlap(number, days, "leave that was asked for: " + other);
        });
        var request = new LeaveRequest(
                Ids.next(),
                standing.accountId(),
                number,
                employees.email(standing.accountId(), number),
                days,
                note,
                standing.who(),
                now());
        persist(request);
        flush();
        return request;
    }

    /**
     * Its days are booked, if they are still free, their period is still open and the number is still the same person's.
     *
     * @throws dev.callboard.kit.problem.Problem as {@link LeaveRequest#approve}, NOT_FOUND, PRECONDITION_FAILED,
     *     LEAVE_EMPLOYEE_CHANGED, PAY_PERIOD_CLOSED, LEAVE_OVERLAPS
     */
    @Transactional
    LeaveRequest approve(LeaveStanding standing, UUID id, IfMatch ifMatch) {
        LeaveLock.take(db, standing.accountId());
        return changed(standing, id, ifMatch, request -> {
            request.approve(standing, now());
            mustHaveTheSameAddress(request);
            calendar.mustBeOpen(request.accountId, "from", request.firstDay);
            mustBeFree(request.accountId, request.employeeNo, request.days());
            book(request);
        });
    }

    /** @throws dev.callboard.kit.problem.Problem as {@link LeaveRequest#refuse}, NOT_FOUND, PRECONDITION_FAILED */
    @Transactional
    LeaveRequest refuse(LeaveStanding standing, UUID id, IfMatch ifMatch, String why) {
        return changed(standing, id, ifMatch, request -> request.refuse(standing, why, now()));
    }

    /** @throws dev.callboard.kit.problem.Problem as {@link LeaveRequest#withdraw}, NOT_FOUND, PRECONDITION_FAILED */
    @Transactional
    LeaveRequest withdraw(LeaveStanding standing, UUID id, IfMatch ifMatch) {
        return changed(standing, id, ifMatch, request -> request.withdraw(standing, now()));
    }

    /** To the microsecond, as the database keeps it: an answer shows what the next one will. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LeaveRequest changed(LeaveStanding standing, UUID id, IfMatch ifMatch, Consumer<LeaveRequest> change) {
        var request = visible(standing, findById(id, LockModeType.PESSIMISTIC_WRITE));
        ifMatch.mustBe(request.version);
        change.accept(request);
        flush();
        return request;
    }

    private static LeaveRequest visible(LeaveStanding standing, @Nullable LeaveRequest request) {
        if (request == null || !standing.sees(request)) throw CommonProblem.NOT_FOUND.of("leave request");
        return request;
    }

    private String number(LeaveStanding standing, @Nullable String asked) {
        if (asked == null && standing.own().size() == 1)
            return standing.own().iterator().next();
        if (asked != null && standing.own().contains(asked)) return asked;
        if (asked != null && !standing.payroll())
            throw CommonProblem.FORBIDDEN.because("For somebody else this takes the right PAYROLL in the account");
        if (asked != null && employees.has(standing.accountId(), asked)) return asked;
        var expected = standing.own().isEmpty()
                ? "the number of an employee"
                : "one of " + String.join(", ", standing.own().stream().sorted().toList());
        throw CommonProblem.INVALID
                .because("employeeNo: " + (asked == null ? "missing" : asked) + " (expected: " + expected + ")")
                .field("employeeNo", asked, expected);
    }

    private void mustHaveTheSameAddress(LeaveRequest request) {
        var now = employees.email(request.accountId, request.employeeNo);
        var same = now == null ? request.email == null : now.equalsIgnoreCase(request.email);
        if (!same) throw LEAVE_EMPLOYEE_CHANGED.of("employee " + request.employeeNo);
    }

    private void mustBeFree(UUID accountId, String number, LeaveDays days) {
        db.first("""
                        select first_day, last_day from leave_booking
                        where account_id = ? and employee_no = ? and first_day <= ? and last_day >= ?
                        order by first_day limit 1
                        """, row -> row.getString(1) + " to " + row.getString(2), accountId, number, days.to(), days.from())
                .ifPresent(booked -> {
                    throw overlap(number, days, "leave that is booked: " + booked);
                });
    }

    private Optional<LeaveDays> requested(UUID accountId, String number, LeaveDays days) {
        return find(
                        "accountId = ?1 and employeeNo = ?2 and state = ?3 and firstDay <= ?4 and lastDay >= ?5 order by id",
                        accountId,
                        number,
                        LeaveState.REQUESTED,
                        days.to(),
                        days.from())
                .firstResultOptional()
                .map(LeaveRequest::days);
    }

    private static RuntimeException overlap(String number, LeaveDays days, String other) {
        return LEAVE_OVERLAPS.because(
                "from: " + days + ", employee " + number + " (expected: no day of " + other + ")");
    }

    private void book(LeaveRequest request) {
        var approvedOn = calendar.dayOf(request.accountId, request.endedAt);
        db.update(
                """
                insert into leave_booking (account_id, employee_no, first_day, last_day, kind, imported_on, imported_by,
                  request_id, requested_on, approved_on, approved_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                request.accountId,
                request.employeeNo,
                request.firstDay,
                request.lastDay,
                request.kind,
                approvedOn,
                request.endedBy,
                request.id,
                calendar.dayOf(request.accountId, request.askedAt),
                approvedOn,
                request.endedByName);
    }
}
