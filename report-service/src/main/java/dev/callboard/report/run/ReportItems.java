package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Database;
import dev.callboard.report.render.Tail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The documents of a run. */
@ApplicationScoped
class ReportItems {
    enum State {
        QUEUED,
        DONE,
        FAILED
    }

    /**
     * @param subject whom it is for: the employee number; null while it is queued
     * @param sha256 of the whole document, hexadecimal
     */
    record ReportItem(
            int item,
            State state,
            @Nullable String subject,
            @Nullable UUID documentId,
            @Nullable String reason,
            @Nullable Integer pages,
            @Nullable String sha256) {}

    /** Where a document's bytes are. */
    record Stored(
            int item, String blob, String subject, String prefix, long offset, int length, int pages, String sha256) {}

    @Inject
    Database db;

    @Inject
    BlobStore blobs;

    @Inject
    Templates templates;

    /** Items behind {@code after}; what is not drawn yet is QUEUED. */
    List<ReportItem> page(ReportRun run, @Nullable State state, int after, int limit) {
        if (state == State.DONE || state == State.FAILED) return ended(run, state, after, limit);

        var last = state == null ? (int) Math.min(run.items, (long) after + limit) : run.items;
        return db.list("""
                select n as item, coalesce(i.state, 'QUEUED') as state, i.subject, i.document_id, i.reason, i.pages,
                  i.sha256
                from generate_series(?, ?) n
                left join report_item i
                  on i.account_id = ? and i.month = ? and i.run_id = ? and i.item = n
                where ?::text is null or i.item is null
                order by n limit ?
                """, ReportItems::read, after + 1, last, run.accountId, run.month, run.id, state, limit);
    }

    private List<ReportItem> ended(ReportRun run, State state, int after, int limit) {
        return db.list("""
                select item, state, subject, document_id, reason, pages, sha256 from report_item
                where account_id = ? and month = ? and run_id = ? and item > ? and state = ? order by item limit ?
                """, ReportItems::read, run.accountId, run.month, run.id, after, state, limit);
    }

    Optional<ReportItem> one(ReportRun run, int item) {
        return item < 1 || item > run.items
                ? Optional.empty()
                : page(run, null, item - 1, 1).stream().findFirst();
    }

    Optional<Stored> stored(ReportRun run, int item) {
        return storedBetween(run, item, item).stream().findFirst();
    }

    private List<Stored> storedBetween(ReportRun run, int first, int last) {
        return db.list(
                """
                select i.item, c.blob, i.subject, i.prefix, i.tail_offset, i.tail_length, i.pages, i.sha256
                from report_item i join report_chunk c using (account_id, month, run_id, chunk)
                where account_id = ? and month = ? and run_id = ? and i.item between ? and ? and i.state = 'DONE'
                order by i.item
                """,
                row -> new Stored(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getInt(6),
                        row.getInt(7),
                        HexFormat.of().formatHex(row.getBytes(8))),
                run.accountId,
                run.month,
                run.id,
                first,
                last);
    }

    byte[] tail(Stored stored) {
        try (var in = blobs.get(stored.blob, stored.offset, stored.length)) {
            return in.readNBytes(stored.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every document that is done, in order; an archive is opened once, its documents are read one by one. */
    void each(ReportRun run, Consumer<Document> document) {
        for (var chunk = 0; chunk < run.chunks; chunk++) {
            var items = storedBetween(run, run.firstItem(chunk), run.lastItem(chunk));
            if (items.isEmpty()) continue;
            var length = items.getLast().offset + items.getLast().length;
            try (var in = blobs.get(items.getLast().blob, 0, length)) {
                for (var stored : items)
                    document.accept(new Document(stored, templates.read(stored.prefix), in.readNBytes(stored.length)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record Document(Stored stored, Templates.Prefix prefix, byte[] tailBytes) {
        Tail tail(String prefixOfTemplate) {
            return new Tail(prefixOfTemplate, tailBytes, stored.pages);
        }
    }

    /** All tails in order, without holding more than one chunk. */
    Iterator<Tail> tails(ReportRun run) {
        var template = templates.of(run);
        return new Iterator<>() {
            private final ArrayList<Tail> chunkTails = new ArrayList<>();
            private int chunk;
            private int at;

            @Override
            public boolean hasNext() {
                while (at == chunkTails.size() && chunk < run.chunks) {
                    chunkTails.clear();
                    at = 0;
                    for (var stored : storedBetween(run, run.firstItem(chunk), run.lastItem(chunk)))
                        chunkTails.add(new Tail(
                                templates.prefixOf(template, stored.prefix),
                                ReportItems.this.tail(stored),
                                stored.pages));
                    chunk++;
                }
                return at < chunkTails.size();
            }

            @Override
            public Tail next() {
                if (!hasNext()) throw new NoSuchElementException();
                return chunkTails.get(at++);
            }
        };
    }

    /** Blobs that the run's documents begin with. */
    List<String> prefixes(ReportRun run) {
        return db.list("""
                select distinct prefix from report_item
                where account_id = ? and month = ? and run_id = ? and state = 'DONE' order by prefix
                """, row -> row.getString(1), run.accountId, run.month, run.id);
    }

    private static ReportItem read(ResultSet row) throws SQLException {
        var sha256 = row.getBytes("sha256");
        return new ReportItem(
                row.getInt("item"),
                State.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getObject("document_id", UUID.class),
                row.getString("reason"),
                (Integer) row.getObject("pages"),
                sha256 == null ? null : HexFormat.of().formatHex(sha256));
    }
}
