package dev.callboard.report.run;

import dev.callboard.report.render.Tail;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The documents of one chunk on their way into its archive: their tails, one behind the other. Where each is, what stands
 * before it and the SHA-256 of both are rows of the database, committed with the archive's name.
 */
final class DrawnChunk {
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

    private final String name;
    private final List<Item> items;
    private final ByteArrayOutputStream tails;

    DrawnChunk(UUID runId, int chunk, String templateVersion, int items) {
        name = "runs/%s/chunk-%05d-%s".formatted(runId, chunk, templateVersion);
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

    /**
     * The same for the same bytes alone. Two builds that take turns in a rollout may draw others of the same template
     * version, and who is second must not put them where the first one's rows point.
     */
    String blob() {
        var digest = Templates.sha256();
        for (var item : items) if (item.sha256 != null) digest.update(item.sha256);
        return name + '-' + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    List<Item> items() {
        return items;
    }

    int count(boolean done) {
        return (int) items.stream().filter(item -> item.done() == done).count();
    }

    void writeTo(OutputStream out) throws IOException {
        tails.writeTo(out);
    }
}
