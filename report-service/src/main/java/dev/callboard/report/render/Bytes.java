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
        int digits = rest < 10
                ? 1
                : rest < 100 ? 2 : rest < 1000 ? 3 : Integer.toString(rest).length();
        if (length + digits > content.length) grow(digits);
        length += digits;
        for (int at = length - 1; digits > 0; digits--, at--) {
            content[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** A coordinate given in hundredths of a point, written as short as it goes: 1250 is {@code 12.5}. */
    Bytes hundredths(int value) {
        if (value < 0) {
            add('-');
            value = -value;
        }
        number(value / 100);
        int rest = value % 100;
        if (rest == 0) return this;
        add('.').add('0' + rest / 10);
        return rest % 10 == 0 ? this : add('0' + rest % 10);
    }

    /** Ten digits, as a cross-reference entry has them. */
    Bytes offset(int value) {
        for (int magnitude = 1_000_000_000; magnitude > 0; magnitude /= 10) add('0' + value / magnitude % 10);
        return this;
    }

    /** A PDF text string: UTF-16 with its mark, in hexadecimal, so that no character can end it. */
    Bytes textString(String text) {
        add("<FEFF");
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            add(HEX[(b >> 4) & 15]).add(HEX[b & 15]);
        }
        return add('>');
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
