package dev.callboard.report.run;

import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.logo.Logos;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import dev.callboard.report.render.Language;
import dev.callboard.report.run.Printing.Named;
import dev.callboard.report.run.Printing.Selected;
import dev.callboard.report.run.Printing.Wanted;
import dev.callboard.report.run.ReportRun.State;
import dev.callboard.report.webhook.Webhooks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.EMPLOYEES_UNKNOWN;
import static dev.callboard.report.run.RunProblem.NOTHING_TO_RETRY;
import static dev.callboard.report.run.RunProblem.REPORT_RUN_FINISHED;

/** The report runs of all accounts. */
@ApplicationScoped
class ReportRuns implements PanacheRepositoryBase<ReportRun, UUID> {
    private static final UUID LAST = new UUID(-1, -1);

    /** MiB: what a document, or a snapshot, takes of each of 10,000 employees, as it is read and as it is written. */
    static final int ROOM_OF_EVERYBODY = 12;

    /** In a refusal; the others are where these are. */
    private static final int NAMED = 20;

    /** As webhooks tell it. @param done before it was cancelled: they stay */
    record Cancelled(UUID accountId, UUID runId, int done, int failed, Instant at) {}

    @Inject
    Database db;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    Logos logos;

    @Inject
    Templates templates;

    @Inject
    Workers workers;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Webhooks webhooks;

    @Inject
    AfterCommit afterCommit;

    @Inject
    InstantSource clock;

    List<ReportRun> page(Set<UUID> accounts, @Nullable State state, @Nullable UUID before, int limit) {
        if (accounts.isEmpty()) return List.of();

        var last = before == null ? LAST : before;
        var found = state == null
                ? find("accountId in ?1 and id < ?2 order by id desc", accounts, last)
                : find("accountId in ?1 and id < ?2 and state = ?3 order by id desc", accounts, last, state);
        return found.range(0, limit - 1).list();
    }

    /** @throws dev.callboard.kit.problem.Problem for what cannot be printed: see the kind's {@link Printing#select} */
    @Transactional
    ReportRun print(Wanted wanted, UUID by) {
        return add(selected(wanted, by));
    }

    /** As {@link #print}, not added: in the caller's transaction, which may roll back what the kind has written down. */
    ReportRun selected(Wanted wanted, UUID by) {
        var id = Ids.next();
        var printing = templates.printing(wanted.kind());
        var selected = printing.select(wanted, id);
        var language = wanted.language() == null ? languageOf(selected.accountId()) : wanted.language();
        var logo = logos.fixed(selected.accountId()).orElse(null);
        var run = new ReportRun(id, wanted.kind(), language, selected, by, clock.instant()).withLogo(logo);
        return wanted.employees() == null ? run : run.only(ordinals(printing, selected, wanted));
    }

    /** Of those who are wanted, each of whom must get a document. */
    private static List<Integer> ordinals(Printing<?> printing, Selected selected, Wanted wanted) {
        if (!wanted.kind().ofOnePerson())
            throw CommonProblem.INVALID
                    .because("employees: for kind " + wanted.kind().word() + " (expected: none, it is of all)")
                    .field("employees", null, "none");

        var named = printing.named(selected, wanted.employees());
        var unknown = new LinkedHashSet<>(wanted.employees());
        named.forEach(each -> unknown.remove(each.subject()));
        if (unknown.isEmpty()) return named.stream().map(Named::ordinal).toList();

        var some = unknown.stream().limit(NAMED).toList();
        throw EMPLOYEES_UNKNOWN
                .because("employees: " + String.join(", ", some) + (unknown.size() > NAMED ? " and more" : "")
                        + " (expected: numbers of employees who get a document in " + selected.span() + ")")
                .field("employees", some, "numbers of employees who get a document")
                .and("employees", some);
    }

    /** In which the account's documents are written, unless somebody asks for another. */
    Language languageOf(UUID accountId) {
        return settings.of(accountId).settings().language();
    }

    /**
     * A run of its own for what failed.
     *
     * @throws dev.callboard.kit.problem.Problem REPORT_RUN_NOT_FINISHED, NOTHING_TO_RETRY
     */
    @Transactional
    ReportRun retry(ReportRun of, UUID by) {
        of.mustBeFinished();

        var failed = db.list(
                "select ordinal from report_item where run_id = ? and state = 'FAILED' order by item",
                row -> row.getInt(1),
                of.id);
        if (failed.isEmpty()) throw NOTHING_TO_RETRY.because("failed: 0 (expected: 1 or more)");

        return add(of.retry(Ids.next(), failed, by, clock.instant()));
    }

    /** @throws dev.callboard.kit.problem.Problem REPORT_RUN_FINISHED */
    @Transactional
    void cancel(ReportRun run) {
        // chunks before the run, as the workers lock them
        db.update("""
                update report_chunk set state = 'CANCELLED'
                where account_id = ? and month = ? and run_id = ? and state in ('WAITING', 'SENT')
                """, run.accountId, run.month, run.id);
        var now = clock.instant();
        var cancelled = db.first(
                        """
                        update report_run set state = 'CANCELLED', finished_at = ?, version = version + 1
                        where id = ? and state in ('QUEUED', 'RUNNING') returning done, failed
                        """,
                        row -> new Cancelled(run.accountId, run.id, row.getInt(1), row.getInt(2), now),
                        now,
                        run.id)
                .orElseThrow(() ->
                        REPORT_RUN_FINISHED.because("state: " + stateNow(run) + " (expected: QUEUED or RUNNING)"));
        webhooks.tell(run.accountId, "report-run.cancelled", cancelled);
    }

    /** It may have ended since the run was read. */
    private State stateNow(ReportRun run) {
        return db.first("select state from report_run where id = ?", row -> State.valueOf(row.getString(1)), run.id)
                .orElseThrow();
    }

    /** Empty for what is no report, as if it did not exist. */
    Optional<ReportRun> report(UUID id) {
        return findByIdOptional(id).filter(run -> run.kind != ReportKind.MANDELBROT);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ReportRun add(ReportRun run) {
        run.cut(workers.threads(), templates.versionOf(run));
        persist(run);
        flush();
        db.update("""
                insert into report_chunk (account_id, month, run_id, chunk, state)
                select ?, ?, ?, n, 'WAITING' from generate_series(0, ?) n
                """, run.accountId, run.month, run.id, run.chunks - 1);
        afterCommit.once(Dispatcher.class, dispatcher::wake);
        return run;
    }
}
