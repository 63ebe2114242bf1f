package dev.callboard.report.run;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What a client wants of a representation, RFC 9110 section 14: one range of bytes. Several ranges, other units and what
 * cannot be read mean the whole, as the RFC allows.
 *
 * @param from first byte
 * @param to last byte, included; smaller than {@code from} for a range that lies outside
 */
record ByteRange(int from, int to) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * @param ifRange the range is wanted only while this tag still names the representation
     * @return null for the whole
     */
    static @Nullable ByteRange wanted(@Nullable String range, @Nullable String ifRange, String tag, int length) {
        if (range == null || (ifRange != null && !ifRange.equals('"' + tag + '"'))) return null;

        var asked = ONE.matcher(range);
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) return null;

        if (asked.group(1).isEmpty()) {
            var last = Long.parseLong(asked.group(2));
            return last == 0 ? new ByteRange(length, -1) : new ByteRange((int) Math.max(0, length - last), length - 1);
        }
        var from = Long.parseLong(asked.group(1));
        var to = asked.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(asked.group(2));
        if (to < from) return null;
        return from >= length ? new ByteRange(length, -1) : new ByteRange((int) from, (int) Math.min(to, length - 1L));
    }

    boolean outside() {
        return to < from;
    }
}
