package dev.callboard.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Many documents of one template as one file, written as a stream: the shared objects stand in it once, and of each tail
 * only the pages are taken over under new numbers. Memory holds the offsets, 16 bytes a page.
 */
final class MergedPdf {
    private static final byte[] END_OF_OBJECT = "endobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = ">>\nstream\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "/Length ".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final Bytes head = new Bytes(256);
    private final Frame.Prefix prefix;
    private final int firstOfPages;
    private long written;
    private long[] offsets = new long[1024];
    private int objects;

    /** @param prefix with every font that one of the documents needs */
    MergedPdf(OutputStream out, Frame.Prefix prefix) {
        this.out = out;
        this.prefix = prefix;
        this.firstOfPages = prefix.firstOfTail();
    }

    void write(String title, Iterator<Tail> tails) throws IOException {
        put(prefix.bytes(), 0, prefix.bytes().length);
        while (tails.hasNext()) pages(tails.next());

        long pagesAt = written;
        put(head.clear()
                .add("2 0 obj\n<</Type/Pages/Count ")
                .number(objects / 2)
                .add("/Kids["));
        for (int page = 0; page < objects; page += 2) {
            put(head.clear().number(firstOfPages + page).add(" 0 R "));
        }
        put(head.clear().add("]/MediaBox[0 0 595.28 841.89]/Resources 4 0 R>>\nendobj\n"));
        long informationAt = written;
        put(head.clear()
                .add("3 0 obj\n<</Producer(Callboard)/Title ")
                .textString(title)
                .add(">>\nendobj\n"));

        long crossReferencesAt = written;
        put(head.clear().add("xref\n2 2\n"));
        put(entry(pagesAt));
        put(entry(informationAt));
        put(head.clear().number(firstOfPages).add(' ').number(objects).add('\n'));
        for (int at = 0; at < objects; at++) put(entry(offsets[at]));
        put(head.clear().trailer(firstOfPages + objects, prefix.crossReferencesAt(), crossReferencesAt));
    }

    private void pages(Tail tail) throws IOException {
        var bytes = tail.bytes();
        int at = after(bytes, after(bytes, 0, END_OF_OBJECT), END_OF_OBJECT); // behind page tree and information
        for (int page = 0; page < tail.pages(); page++) {
            at = after(bytes, at, END_OF_OBJECT); // the page object is written anew
            int lengthAt = after(bytes, at, LENGTH);
            int contentAt = after(bytes, lengthAt, STREAM);
            int length = Integer.parseInt(
                    new String(bytes, lengthAt, contentAt - STREAM.length - lengthAt, StandardCharsets.US_ASCII));

            int number = firstOfPages + objects;
            begin();
            head.clear()
                    .number(number)
                    .add(" 0 obj\n<</Type/Page/Parent 2 0 R/Contents ")
                    .number(number + 1);
            put(head.add(" 0 R>>\nendobj\n"));
            begin();
            head.clear()
                    .number(number + 1)
                    .add(" 0 obj\n<</Filter/FlateDecode/Length ")
                    .number(length);
            put(head.add(STREAM));
            put(bytes, contentAt, length);
            put(head.clear().add("\nendstream\nendobj\n"));
            at = after(bytes, contentAt + length, END_OF_OBJECT);
        }
    }

    private void begin() {
        if (objects == offsets.length) offsets = Arrays.copyOf(offsets, objects * 2);
        offsets[objects++] = written;
    }

    private Bytes entry(long offset) {
        if (offset > Integer.MAX_VALUE) {
            throw new DrawingFailed("merged document: more than 2 GiB (expected: fewer items, or the archive)");
        }
        return head.clear().entry(offset);
    }

    private void put(Bytes bytes) throws IOException {
        put(bytes.backing(), 0, bytes.length());
    }

    private void put(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        written += count;
    }

    /** @return index behind the next {@code mark}; a tail is ours, so it is there */
    private static int after(byte[] bytes, int from, byte[] mark) {
        for (int at = from; at <= bytes.length - mark.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) return at + mark.length;
        }
        throw new DrawingFailed("tail: not one of this template's (expected: "
                + new String(mark, StandardCharsets.US_ASCII).strip() + " after byte " + from + ")");
    }
}
