package dev.callboard.report.run;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A report run as its resources and its event stream show it.
 *
 * @param payRun that pay slips or a register are of; null for other kinds
 * @param span of time that it covers: a month as {@code 2027-10}, a year as {@code 2027}
 * @param reportsPerMinute since the first chunk was sent
 * @param waiting for what chunks wait that were tried in vain; null while everything goes on
 */
record ReportRunView(
        UUID id,
        UUID accountId,
        String kind,
        String format,
        String locale,
        String span,
        @Nullable UUID payRun,
        @Nullable UUID retryOf,
        ReportRun.State state,
        int items,
        int queued,
        int done,
        int failed,
        int chunks,
        long reportsPerMinute,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant estimatedEnd,
        WaitingChunks.@Nullable Waiting waiting,
        @Nullable Instant finishedAt,
        List<String> allowed) {

    static ReportRunView of(ReportRun run, WaitingChunks.@Nullable Waiting waiting, Instant now) {
        var finished = run.state.finished();
        return new ReportRunView(
                run.id,
                run.accountId,
                run.kind.word(),
                run.format.name(),
                run.language.tag(),
                run.span(),
                run.kind.ofPayRun() ? run.sourceId : null,
                run.retryOf,
                run.state,
                run.items,
                run.queued(),
                run.done,
                run.failed,
                run.chunks,
                run.reportsPerMinute(now),
                run.createdBy,
                run.createdAt,
                run.startedAt,
                finished ? null : run.estimatedEnd(now),
                finished ? null : waiting,
                run.finishedAt,
                allowed(run));
    }

    private static List<String> allowed(ReportRun run) {
        var allowed = new ArrayList<String>();
        if (!run.state.finished()) return List.of("cancel");
        if (run.done > 0) allowed.add("download");
        if (run.failed > 0) allowed.add("retry");
        return allowed;
    }
}
