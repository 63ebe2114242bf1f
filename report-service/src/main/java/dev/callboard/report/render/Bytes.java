package dev.callboard.report.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes with the few things PDF syntax needs. Reused by its thread, so it allocates rarely. */
final class Bytes {
    private byte[] content;
    private int length;

    Bytes(int capacity) {
        content = new byte[capacity];
    }

    int length() {
        return length;
    }

    Bytes clear() {
        length = 0;
        return this;
    }

    Bytes add(int oneByte) {
        if (length == content.length) grow(1);
        content[length++] = (byte) oneByte;
        return this;
    }

    Bytes add(byte[] more) {
        return add(more, 0, more.length);
    }

    Bytes add(byte[] more, int from, int count) {
        if (length + count > content.length) grow(count);
        System.arraycopy(more, from, content, length, count);
        length += count;
        return this;
    }

    Bytes add(Bytes more) {
        return add(more.content, 0, more.length);
    }

    /** ASCII only: PDF syntax, never a person's text. */
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) is the one copy of ASCII without an encoder
    Bytes add(String ascii) {
        int count = ascii.length();
        if (length + count > content.length) grow(count);
        ascii.getBytes(0, count, content, length);
        length += count;
        return this;
    }

    Bytes number(long value) {
        if (value > Integer.MAX_VALUE || value < -Integer.MAX_VALUE) return add(Long.toString(value));

        int rest = (int) value;
        if (rest < 0) {
            add('-');
            rest = -rest;
        }
        int digits = 1;
        for (int bound = rest; bound >= 10; bound /= 10) digits++;
        if (length + digits > content.length) grow(digits);
        length += digits;
        for (int at = length - 1; digits > 0; digits--, at--) {
            content[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** A coordinate given in hundredths of a point, written as short as it goes: 1250 is {@code 12.5}, 25 is {@code .25}. */
    Bytes hundredths(int value) {
        if (value < 0) {
            add('-');
            value = -value;
        }
        int rest = value % 100;
        if (value >= 100 || rest == 0) number(value / 100);
        if (rest == 0) return this;
        add('.').add('0' + rest / 10);
        return rest % 10 == 0 ? this : add('0' + rest % 10);
    }

    /** A cross-reference entry of an object that begins there: 20 bytes. */
    Bytes entry(long offset) {
        for (long magnitude = 1_000_000_000; magnitude > 0; magnitude /= 10) add((int) ('0' + offset / magnitude % 10));
        return add(" 00000 n \n");
    }

    /** @param previous place of the cross-references that these go on from; -1 for the first */
    Bytes trailer(int size, long previous, long crossReferencesAt) {
        add("trailer\n<</Size ").number(size).add("/Root 1 0 R");
        if (previous >= 0) add("/Info 3 0 R/Prev ").number(previous);
        return add(">>\nstartxref\n").number(crossReferencesAt).add("\n%%EOF\n");
    }

    /** @param deflated what stands between stream and endstream; {@code more} goes into its dictionary */
    Bytes stream(int object, String more, byte[] deflated) {
        add(object + " 0 obj\n<</Filter/FlateDecode/Length " + deflated.length + more + ">>\nstream\n");
        return add(deflated).add("\nendstream\nendobj\n");
    }

    Bytes insert(int at, int oneByte) {
        add(0);
        System.arraycopy(content, at, content, at + 1, length - 1 - at);
        content[at] = (byte) oneByte;
        return this;
    }

    /** A PDF text string: in its own encoding where that is Latin-1 too, else UTF-16 in hexadecimal (7.9.2.2). */
    Bytes textString(String text) {
        if (!text.chars().allMatch(Bytes::isInBoth)) return utf16(text);
        add('(');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(' || c == ')' || c == '\\') add('\\');
            add(c);
        }
        return add(')');
    }

    /** U+00A0 and U+00AD are other characters in a PDF's own encoding; controls stay out of any string. */
    private static boolean isInBoth(int c) {
        return c >= 0x20 && c <= 0x7E || c > 0xA0 && c <= 0xFF && c != 0xAD;
    }

    private Bytes utf16(String text) {
        add("<FEFF");
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            add(HEX[(b >> 4) & 15]).add(HEX[b & 15]);
        }
        return add('>');
    }

    /** Where {@code more} bytes may be written behind the length, which {@link #setLength} moves then. */
    byte[] room(int more) {
        if (length + more > content.length) grow(more);
        return content;
    }

    void setLength(int length) {
        this.length = length;
    }

    byte[] toArray() {
        return Arrays.copyOf(content, length);
    }

    byte[] backing() {
        return content;
    }

    private void grow(int by) {
        content = Arrays.copyOf(content, Math.max(content.length * 2, length + by));
    }

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
}
