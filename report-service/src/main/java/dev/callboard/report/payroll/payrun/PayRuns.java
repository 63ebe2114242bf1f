package dev.callboard.report.payroll.payrun;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.contracts.report.PayrollFact.PayRunReleased;
import dev.callboard.contracts.report.PayrollFact.TimeCardsLocked;
import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.PayRunsLock;
import dev.callboard.report.payroll.leave.LeaveLock;
import dev.callboard.report.payroll.period.PayPeriods;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static dev.callboard.contracts.Topics.REPORT_EVENTS;
import static dev.callboard.report.payroll.PayrollProblem.ACCOUNT_SUSPENDED;
import static dev.callboard.report.payroll.PayrollProblem.CURRENCY_NOT_OF_SCHEME;
import static dev.callboard.report.payroll.PayrollProblem.PAY_PERIOD_HAS_RUN;
import static dev.callboard.report.payroll.PayrollProblem.PAY_RUN_STALE;

/** The pay runs of all accounts, and the steps from calculation to release. */
@ApplicationScoped
class PayRuns implements PanacheRepositoryBase<PayRun, UUID> {
    /** Cards in one fact: some 20 KiB. */
    private static final int CARDS_OF_A_FACT = 500;

    @Inject
    Database db;

    @Inject
    AccountRights accounts;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    @Inject
    PayPeriods periods;

    @Inject
    Outbox outbox;

    @Inject
    Calculations calculations;

    @Inject
    AfterCommit afterCommit;

    @Inject
    InstantSource clock;

    List<PayRun> page(UUID accountId, @Nullable UUID before, int limit) {
        var query = before == null
                ? find("accountId = ?1 order by id desc", accountId)
                : find("accountId = ?1 and id < ?2 order by id desc", accountId, before);
        return query.range(0, limit - 1).list();
    }

    /** @throws dev.callboard.kit.problem.Problem ACCOUNT_SUSPENDED, CURRENCY_NOT_OF_SCHEME, PAY_PERIOD_HAS_RUN, PAY_PERIOD_CLOSED */
    @Transactional
    PayRun calculate(UUID accountId, YearMonth period, LocalDate payDate, UUID by) {
        var account = accounts.account(accountId).orElseThrow(() -> CommonProblem.UNAVAILABLE.of("account"));
        if (account.suspended()) throw ACCOUNT_SUSPENDED.of(accountId);
        var currency = schemes.get(settings.of(accountId).settings().scheme()).currency();
        if (!currency.equals(account.currency()))
            throw CURRENCY_NOT_OF_SCHEME.because(account.currency() + " (expected: " + currency + ", the scheme's)");

        PayRunsLock.take(db, accountId);
        find("accountId = ?1 and month = ?2", accountId, period.atDay(1))
                .firstResultOptional()
                .ifPresent(run -> {
                    throw PAY_PERIOD_HAS_RUN.of(period).and("payRun", run.id);
                });
        periods.open(accountId, period, payDate);
        var run = new PayRun(Ids.next(), accountId, period, payDate, currency, by, clock.instant());
        persist(run);
        flush();
        afterCommit.once(Calculations.class, calculations::wake);
        return run;
    }

    @Transactional
    PayRun calculateAgain(UUID id, UUID by) {
        var run = locked(id);
        run.calculateAgain(by);
        flush();
        afterCommit.once(Calculations.class, calculations::wake);
        return run;
    }

    @Transactional
    PayRun review(UUID id, UUID by) {
        var run = locked(id);
        run.review(by, clock.instant());
        flush();
        return run;
    }

    /**
     * Locks what was calculated: the work behind every slip is marked as paid by this run, or, if any of it changed in
     * the meantime, nothing is. Neither if another run was approved in the meantime: what this one counts on is over.
     *
     * @throws dev.callboard.kit.problem.Problem as {@link PayRun#approve}, and PAY_RUN_STALE
     */
    @Transactional
    PayRun approve(UUID id, UUID by) {
        var run = locked(id);
        PayRunsLock.take(db, run.accountId);
        LeaveLock.take(db, run.accountId);
        var now = clock.instant();
        run.approve(by, settings.of(run.accountId).settings().approverDiffers(), now);
        if (run.approvedBefore == null || run.approvedBefore != othersApproved(run))
            throw PAY_RUN_STALE.because("Another pay run was approved since the calculation: calculate again");

        var used = db.first("""
                        select coalesce(sum(cardinality(works)), 0) from pay_result
                        where account_id = ? and month = ? and run_id = ? and slip_ordinal is not null
                        """, row -> row.getLong(1), run.accountId, run.month, run.id)
                .orElseThrow();
        // after an import the tables have no statistics yet, and the planner would walk one once per row of the other
        db.update("set local enable_nestloop = off");
        var locked = db.update("""
                update work w set pay_run_id = ?
                from (
                  select unnest(works) as id from pay_result
                  where account_id = ? and month = ? and run_id = ? and slip_ordinal is not null) used
                where w.account_id = ? and w.id = used.id and w.pay_run_id is null
                """, run.id, run.accountId, run.month, run.id, run.accountId);
        if (locked != used) throw PAY_RUN_STALE.of(run.id);

        var cards = db.list("""
                select distinct card_id from work
                where account_id = ? and pay_run_id = ? and card_id is not null order by card_id
                """, row -> row.getObject(1, UUID.class), run.accountId, run.id);
        for (var from = 0; from < cards.size(); from += CARDS_OF_A_FACT) {
            var some = List.copyOf(cards.subList(from, Math.min(cards.size(), from + CARDS_OF_A_FACT)));
            outbox.append(REPORT_EVENTS, run.accountId, new TimeCardsLocked(run.accountId, run.id, some, now));
        }
        flush();
        return run;
    }

    /**
     * A calculation reads it in the snapshot that it reckons from, an approval behind the lock that all approvals of the
     * account take. Times would not do: a run may be approved while a calculation is under way that does not see it.
     */
    int othersApproved(PayRun run) {
        return Math.toIntExact(count("accountId = ?1 and id <> ?2 and approvedAt is not null", run.accountId, run.id));
    }

    /** The payments may go out and the slips be seen; the period is closed. */
    @Transactional
    PayRun release(UUID id, UUID by) {
        var run = locked(id);
        if (run.state == PayRun.State.RELEASED) return run;

        var now = clock.instant();
        run.release(by, now);
        periods.close(run.accountId, run.period(), now);
        outbox.append(REPORT_EVENTS, run.accountId, new PayRunReleased(run.accountId, run.id, now));
        flush();
        return run;
    }

    private PayRun locked(UUID id) {
        var run = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) throw CommonProblem.NOT_FOUND.of("pay run");
        return run;
    }
}
