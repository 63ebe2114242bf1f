package dev.callboard.report.run;

import dev.callboard.report.render.Tail;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The documents of one chunk on their way into its archive. An archive is the tails one behind the other, then an index
 * (per document: item, prefix, offset, length, pages, SHA-256 of the whole document), then the index's offset, its count
 * and a magic number: it can be read without the database.
 */
final class DrawnChunk {
    private static final int MAGIC = 0x43424131; // CBA1

    /**
     * @param reason why it failed; null when it is done
     * @param prefix blob that the document begins with
     * @param offset of the tail in the archive
     */
    record Item(
            int item,
            int ordinal,
            String subject,
            UUID documentId,
            @Nullable String reason,
            @Nullable String prefix,
            @Nullable Long offset,
            @Nullable Integer length,
            @Nullable Integer pages,
            byte @Nullable [] sha256) {
        boolean done() {
            return reason == null;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item that && item == that.item && Arrays.equals(sha256, that.sha256);
        }

        @Override
        public int hashCode() {
            return item;
        }

        @Override
        public String toString() {
            return "item " + item;
        }
    }

    private final String blob;
    private final List<Item> items;
    private final ByteArrayOutputStream tails;

    /** Another version of the template draws other bytes: they go into an archive of another name. */
    DrawnChunk(UUID runId, int chunk, String templateVersion, int items) {
        blob = "runs/%s/chunk-%05d-%s".formatted(runId, chunk, templateVersion);
        this.items = new ArrayList<>(items);
        tails = new ByteArrayOutputStream(items * 4096);
    }

    void done(int item, int ordinal, String subject, UUID documentId, Templates.Prefix prefix, Tail tail) {
        var sha256 = prefix.digestWith(tail.bytes());
        items.add(new Item(
                item,
                ordinal,
                subject,
                documentId,
                null,
                prefix.blob(),
                (long) tails.size(),
                tail.bytes().length,
                tail.pages(),
                sha256));
        tails.writeBytes(tail.bytes());
    }

    void failed(int item, int ordinal, String subject, UUID documentId, String reason) {
        items.add(new Item(item, ordinal, subject, documentId, reason, null, null, null, null, null));
    }

    String blob() {
        return blob;
    }

    List<Item> items() {
        return items;
    }

    int count(boolean done) {
        return (int) items.stream().filter(item -> item.done() == done).count();
    }

    void writeTo(OutputStream out) throws IOException {
        tails.writeTo(out);
        var data = new DataOutputStream(out);
        for (var item : items) {
            if (!item.done()) continue;
            data.writeInt(item.item);
            data.writeUTF(item.prefix);
            data.writeLong(item.offset);
            data.writeInt(item.length);
            data.writeInt(item.pages);
            data.write(item.sha256);
        }
        data.writeLong(tails.size());
        data.writeInt(count(true));
        data.writeInt(MAGIC);
        data.flush();
    }
}
