package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobMissing;
import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.Problem;
import dev.callboard.report.render.Tail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import static dev.callboard.report.run.RunProblem.REPORT_DAMAGED;

/** The documents of a run. */
@ApplicationScoped
class ReportItems {
    private static final Logger LOG = Logger.getLogger(ReportItems.class);

    @Schema(name = "ReportItemState")
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

    /** Items behind {@code after}, none if that is no item's number; what is not drawn yet is QUEUED. */
    List<ReportItem> page(ReportRun run, @Nullable State state, int after, int limit) {
        if (after < 0 || after >= run.items) return List.of();
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

    /**
     * The whole document, with the bytes that were drawn.
     *
     * @throws dev.callboard.kit.problem.Problem REPORT_DAMAGED
     */
    byte[] document(Stored stored) {
        try (var in = blobs.get(stored.blob, stored.offset, stored.length)) {
            return new Document(stored, templates.read(stored.prefix), in.readNBytes(stored.length)).whole();
        } catch (BlobMissing missing) {
            throw damaged(missing.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Before the first byte of many: what is missing at the end of an archive would only be found when it is written.
     *
     * @throws dev.callboard.kit.problem.Problem REPORT_DAMAGED
     */
    void mustBeWhole(ReportRun run) {
        db.list("""
                        select c.blob, max(i.tail_offset + i.tail_length) as length
                        from report_item i join report_chunk c using (account_id, month, run_id, chunk)
                        where account_id = ? and month = ? and run_id = ? and i.state = 'DONE'
                        group by c.blob order by c.blob
                        """, row -> new Archive(row.getString(1), row.getLong(2)), run.accountId, run.month, run.id)
                .forEach(this::mustBeWhole);
        for (var prefix : prefixes(run)) if (!blobs.exists(prefix)) throw damaged("no blob " + prefix);
    }

    private record Archive(String blob, long length) {}

    private void mustBeWhole(Archive archive) {
        try {
            var length = blobs.length(archive.blob);
            if (length != archive.length)
                throw damaged("blob %s: %d bytes (expected: %d)".formatted(archive.blob, length, archive.length));
        } catch (BlobMissing missing) {
            throw damaged(missing.getMessage());
        }
    }

    /**
     * Items that are drawn and whose subject is another's but for upper and lower case: on many disks their files would be
     * one.
     */
    Set<Integer> alike(ReportRun run) {
        return Set.copyOf(db.list("""
                select item from (
                  select item, count(*) over (partition by lower(subject)) as alike from report_item
                  where account_id = ? and month = ? and run_id = ? and state = 'DONE') drawn
                where alike > 1
                """, row -> row.getInt(1), run.accountId, run.month, run.id));
    }

    /** What is wrong with which file is for operators; users are told that it is not their mistake. */
    private static Problem damaged(String what) {
        LOG.errorf("%s: restore it from a backup, or have the documents drawn again by a new run", what);
        return REPORT_DAMAGED.because(
                "What is stored is not what was drawn (expected: a new run, or ask the operators)");
    }

    /** Every document that is done, in order; an archive is opened once, its documents are read one by one. */
    void each(ReportRun run, Consumer<Document> document) {
        for (int chunk = 0; chunk < run.chunks; chunk++) eachDocument(run, chunk, document);
    }

    private void eachDocument(ReportRun run, int chunk, Consumer<Document> document) {
        var items = storedBetween(run, run.firstItem(chunk), run.lastItem(chunk));
        if (items.isEmpty()) return;

        var last = items.getLast();
        try (var in = blobs.get(last.blob, 0, last.offset + last.length)) {
            for (var stored : items) {
                var bytes = in.readNBytes(stored.length);
                if (bytes.length < stored.length) throw damaged("blob %s: it became shorter".formatted(stored.blob));
                var each = new Document(stored, templates.read(stored.prefix), bytes);
                each.mustBeAsDrawn();
                document.accept(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Document(Stored stored, Templates.Prefix prefix, byte[] tailBytes) {
        /** @throws dev.callboard.kit.problem.Problem REPORT_DAMAGED */
        byte[] whole() {
            mustBeAsDrawn();
            return prefix.with(tailBytes);
        }

        void mustBeAsDrawn() {
            if (!HexFormat.of().formatHex(prefix.digestWith(tailBytes)).equals(stored.sha256))
                throw damaged("blob %s or %s: not the document that item %d was drawn as (%d bytes from %d)"
                        .formatted(stored.blob, stored.prefix, stored.item, stored.length, stored.offset));
        }
    }

    /**
     * All tails in order, without holding more than one chunk. One that is not as it was drawn is an end of the stream
     * that readers see: the connection is closed before the last byte.
     *
     * @throws dev.callboard.kit.problem.Problem REPORT_DAMAGED, from the iterator
     */
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
                    eachDocument(
                            run,
                            chunk++,
                            document -> chunkTails.add(new Tail(
                                    templates.prefixOf(template, document.stored.prefix),
                                    document.tailBytes,
                                    document.stored.pages)));
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
