package dev.callboard.report.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The printing of many documents. Read as an entity; its counters move by statements, because several workers commit
 * chunks of it at the same time. Finished, it never changes: failed reports are retried by a new run.
 */
@Entity
@Immutable
@Table(name = "report_run")
class ReportRun {
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

    /** A chunk is one task, one query, one archive: a few megabytes at most. */
    static final int LARGEST_CHUNK = 500;

    @Id
    UUID id;

    UUID accountId;
    LocalDate month;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Format format;

    UUID payRunId;

    @Nullable
    UUID retryOf;

    /** Slips by their ordinal in the pay run; null: all of them. */
    @Nullable
    @JdbcTypeCode(SqlTypes.ARRAY)
    Integer[] selection;

    String templateVersion;

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

    enum Kind {
        PAY_SLIPS
    }

    enum Format {
        PDF
    }

    protected ReportRun() {}

    ReportRun(UUID id, UUID accountId, LocalDate month, UUID payRunId, int items, UUID by, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.month = month;
        this.payRunId = payRunId;
        this.items = items;
        this.createdBy = by;
        this.createdAt = now;
        kind = Kind.PAY_SLIPS;
        format = Format.PDF;
        version = 1;
    }

    ReportRun retrying(ReportRun failed, List<Integer> ordinals) {
        retryOf = failed.id;
        selection = ordinals.toArray(Integer[]::new);
        return this;
    }

    /** @param workers threads that will draw: a small run gives each of them something to do */
    ReportRun cut(int workers, String templateVersion) {
        this.templateVersion = templateVersion;
        chunkSize = Math.clamp(Math.ceilDiv(items, workers * 4L), 1, LARGEST_CHUNK);
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
