package dev.callboard.report.run;

import dev.callboard.kit.database.AfterCommit;
import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.payrun.PaySlips;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.REPORT_RUN_NOT_FINISHED;
import static dev.callboard.report.run.RunProblem.SLIPS_NOT_RELEASED;

/**
 * Telling the people of a run where their slips are: a step of its own, asked for when the run is committed and its pay
 * run released. Nobody is told of the same slip twice, whichever run it is told from; asked again, it reaches those that
 * it did not reach, and those whose address was mended since: what went to the wrong one opens no slip any more.
 */
@ApplicationScoped
class Mailings {
    enum RecipientState {
        /** The mail server has not taken it yet. */
        QUEUED,
        SENT,
        /** The mail server never will, or there is no birth date for the slip to open with. */
        REFUSED,
        WITHOUT_ADDRESS
    }

    /** @param open not all recipients are queued yet */
    record Mailing(
            boolean open, Instant askedAt, UUID askedBy, int queued, int sent, int refused, int withoutAddress) {}

    record Recipient(
            int item,
            String subject,
            RecipientState state,
            @Nullable String reason,
            Instant queuedAt,
            @Nullable Instant endedAt) {}

    @Inject
    Database db;

    @Inject
    PaySlips slips;

    @Inject
    MailingSteps steps;

    @Inject
    AfterCommit afterCommit;

    @Inject
    InstantSource clock;

    /** @throws dev.callboard.kit.problem.Problem REPORT_RUN_NOT_FINISHED, SLIPS_NOT_RELEASED */
    @Transactional
    Mailing ask(ReportRun run, UUID by) {
        if (run.state != ReportRun.State.DONE)
            throw REPORT_RUN_NOT_FINISHED.because("state: " + run.state + " (expected: DONE)");
        if (run.kind != ReportKind.PAY_SLIPS || !slips.released(run.sourceId)) throw SLIPS_NOT_RELEASED.of(run.id);

        db.update("""
                insert into slip_mailing (run_id, asked_by, asked_at) values (?, ?, ?)
                on conflict (run_id) do update set open = true, reached = 0,
                  asked_by = excluded.asked_by, asked_at = excluded.asked_at
                where not slip_mailing.open
                """, run.id, by, clock.instant());
        afterCommit.once(steps, steps::wake);
        return of(run).orElseThrow();
    }

    Optional<Mailing> of(ReportRun run) {
        return db.first(
                """
                select m.open, m.asked_at, m.asked_by,
                  count(*) filter (where r.state = 'QUEUED'), count(*) filter (where r.state = 'SENT'),
                  count(*) filter (where r.state = 'REFUSED'), count(*) filter (where r.state = 'WITHOUT_ADDRESS')
                from slip_mailing m left join slip_mail r using (run_id)
                where m.run_id = ? group by m.run_id
                """,
                row -> new Mailing(
                        row.getBoolean(1),
                        row.getTimestamp(2).toInstant(),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)),
                run.id);
    }

    /** In the order of the items. */
    List<Recipient> recipients(ReportRun run, @Nullable RecipientState state, int after, int limit) {
        return db.list(
                """
                select item, subject, state, reason, queued_at, ended_at from slip_mail
                where run_id = ? and item > ? and (?::text is null or state = ?) order by item limit ?
                """,
                row -> new Recipient(
                        row.getInt(1),
                        row.getString(2),
                        RecipientState.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant()),
                run.id,
                after,
                state,
                state,
                limit);
    }
}
