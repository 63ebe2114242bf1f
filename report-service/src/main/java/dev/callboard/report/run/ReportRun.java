package dev.callboard.report.run;

import dev.callboard.report.render.Language;
import dev.callboard.report.run.Printing.Selected;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static dev.callboard.report.run.RunProblem.REPORT_RUN_NOT_FINISHED;

/**
 * The printing of many documents. Read as an entity; its counters move by statements, because several workers commit
 * chunks of it at the same time. Finished, it never changes: failed reports are retried by a new run.
 */
@Entity
@Immutable
@Table(name = "report_run")
class ReportRun {
    @Schema(name = "ReportRunState")
    enum State {
        QUEUED,
        RUNNING,
        /** Every report is drawn or failed with a reason. */
        DONE,
        CANCELLED;

        boolean finished() {
            return this == DONE || this == CANCELLED;
        }
    }

    /** A chunk is one task, one query, one archive: a few megabytes and less than a second at most, see decision 017. */
    static final int LARGEST_CHUNK = 250;

    @Id
    UUID id;

    UUID accountId;
    LocalDate month;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    @Enumerated(EnumType.STRING)
    Format format;

    @Enumerated(EnumType.STRING)
    Language language;

    @Nullable
    String span;

    /** What the ordinals number: a pay run, as the column was named for, or the run that wrote the snapshot. */
    @Column(name = "pay_run_id")
    UUID sourceId;

    @Nullable
    UUID retryOf;

    /** Items by their ordinal in the source; null: all of them. */
    @Nullable
    @JdbcTypeCode(SqlTypes.ARRAY)
    Integer[] selection;

    String templateVersion;

    /** SHA-256 of the account's logo when the run was asked for; null: it had none. */
    @Nullable
    String logo;

    @Enumerated(EnumType.STRING)
    State state = State.QUEUED;

    int items;
    int chunkSize;
    int chunks;
    int done;
    int failed;
    UUID createdBy;
    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    /** Rises with every committed chunk. */
    long version;

    enum Format {
        PDF
    }

    protected ReportRun() {}

    ReportRun(UUID id, ReportKind kind, Language language, Selected selected, UUID by, Instant now) {
        this.id = id;
        this.kind = kind;
        this.language = language;
        this.accountId = selected.accountId();
        this.month = selected.month();
        this.span = selected.span();
        this.sourceId = selected.source();
        this.items = selected.items();
        this.createdBy = by;
        this.createdAt = now;
        format = Format.PDF;
        version = 1;
    }

    /** @throws dev.callboard.kit.problem.Problem REPORT_RUN_NOT_FINISHED */
    void mustBeFinished() {
        if (!state.finished())
            throw REPORT_RUN_NOT_FINISHED.because("state: " + state + " (expected: DONE or CANCELLED)");
    }

    /** A run of the same source for some of its ordinals. */
    ReportRun retry(UUID id, List<Integer> ordinals, UUID by, Instant now) {
        var again = new ReportRun(
                id, kind, language, new Selected(accountId, month, span(), sourceId, ordinals.size()), by, now);
        again.retryOf = this.id;
        again.logo = logo;
        again.selection = ordinals.toArray(Integer[]::new);
        return again;
    }

    /** Of these of its source alone. */
    ReportRun only(List<Integer> ordinals) {
        selection = ordinals.toArray(Integer[]::new);
        items = ordinals.size();
        return this;
    }

    ReportRun withLogo(@Nullable String sha256) {
        logo = sha256;
        return this;
    }

    ReportRun inChunksOf(int items) {
        chunkSize = items;
        return this;
    }

    /** @param workers threads that will draw: a small run gives each of them something to do */
    ReportRun cut(int workers, String templateVersion) {
        this.templateVersion = templateVersion;
        if (chunkSize == 0) chunkSize = Math.clamp(Math.ceilDiv(items, workers * 4L), 1, LARGEST_CHUNK);
        chunks = Math.ceilDiv(items, chunkSize);
        return this;
    }

    /** Items are numbered from 1, chunks from 0. */
    int firstItem(int chunk) {
        return chunk * chunkSize + 1;
    }

    int lastItem(int chunk) {
        return Math.min(items, (chunk + 1) * chunkSize);
    }

    int ordinal(int item) {
        return selection == null ? item : selection[item - 1];
    }

    List<Integer> ordinals(int firstItem, int lastItem) {
        return IntStream.rangeClosed(firstItem, lastItem)
                .map(this::ordinal)
                .boxed()
                .toList();
    }

    /** In file names and titles: {@code 2027-10}; a run of the version before the kinds has only its month. */
    String span() {
        return span == null ? YearMonth.from(month).toString() : span;
    }

    /** Of all its documents in one file, in their language: {@code Pay slips 2027-10}. */
    String title() {
        return kind.title(language) + " " + span();
    }

    int queued() {
        return items - done - failed;
    }

    /** Since the first chunk was sent; 0 before. */
    long reportsPerMinute(Instant now) {
        if (startedAt == null) return 0;

        var millis = Duration.between(startedAt, finishedAt == null ? now : finishedAt)
                .toMillis();
        return (done + failed) * 60_000L / Math.max(1, millis);
    }

    @Nullable
    Instant estimatedEnd(Instant now) {
        var finished = done + failed;
        if (startedAt == null || finishedAt != null || finished == 0) return finishedAt;

        var millis = Duration.between(startedAt, now).toMillis();
        return now.plusMillis(millis * queued() / finished);
    }
}
