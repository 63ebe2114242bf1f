package dev.callboard.report.payroll.period;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.report.payroll.PayrollProblem.PAY_PERIOD_CLOSED;

/** The months in which an account pays. */
@ApplicationScoped
public class PayPeriods {
    @Schema(name = "PayPeriodState")
    public enum State {
        OPEN,
        CLOSED
    }

    record PayPeriod(
            YearMonth month,
            LocalDate payDate,
            State state,
            @Nullable Instant closedAt,
            @Nullable UUID payRun) {}

    @Inject
    Database db;

    /**
     * Opens the period, or moves the pay date of an open one.
     *
     * @throws dev.callboard.kit.problem.Problem PAY_PERIOD_CLOSED
     */
    @Transactional
    public void open(UUID accountId, YearMonth month, LocalDate payDate) {
        var open = db.update("""
                insert into pay_period (account_id, month, pay_date, state, version) values (?, ?, ?, 'OPEN', 1)
                on conflict (account_id, month) do update
                  set pay_date = excluded.pay_date, version = pay_period.version + 1
                where pay_period.state = 'OPEN'
                """, accountId, month.atDay(1), payDate);
        if (open == 0) throw PAY_PERIOD_CLOSED.of(month);
    }

    /** What comes for it later is a correction in the next one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(UUID accountId, YearMonth month, Instant now) {
        db.update("""
                update pay_period set state = 'CLOSED', closed_at = ?, version = version + 1
                where account_id = ? and month = ? and state = 'OPEN'
                """, now, accountId, month.atDay(1));
    }

    /**
     * The last that is closed or whose pay run is approved: its slips do not change any more. What lies before it is
     * settled as well, whether it was paid here or not.
     */
    public Optional<YearMonth> lastSettled(UUID accountId) {
        return db.first("""
                select month from pay_period where account_id = ? and state = 'CLOSED'
                union all
                select month from pay_run where account_id = ? and state in ('APPROVED', 'RELEASED')
                order by month desc limit 1
                """, row -> YearMonth.from(row.getObject(1, LocalDate.class)), accountId, accountId);
    }

    List<PayPeriod> page(UUID accountId, @Nullable YearMonth before, int limit) {
        return db.list(
                """
                select p.month, p.pay_date, p.state, p.closed_at, r.id
                from pay_period p left join pay_run r on r.account_id = p.account_id and r.month = p.month
                where p.account_id = ? and p.month < ?
                order by p.month desc limit ?
                """, PayPeriods::read, accountId, before == null ? LocalDate.of(9999, 1, 1) : before.atDay(1), limit);
    }

    private static PayPeriod read(ResultSet row) throws SQLException {
        var closed = row.getObject(4, OffsetDateTime.class);
        return new PayPeriod(
                YearMonth.from(row.getObject(1, LocalDate.class)),
                row.getObject(2, LocalDate.class),
                State.valueOf(row.getString(3)),
                closed == null ? null : closed.toInstant(),
                row.getObject(5, UUID.class));
    }
}
