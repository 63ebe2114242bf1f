package dev.callboard.report.bulk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Rows in the text format of PostgreSQL's COPY: tabs, {@code \N} for null, backslash escapes. */
public final class CopyRows {
    private static final int FLUSH_AT = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);
    private boolean rowBegun;

    public CopyRows(OutputStream out) {
        this.out = out;
    }

    /** Dates, ids and enums go in as they print themselves. */
    public CopyRows value(@Nullable Object value) {
        between();
        if (value == null) text.append("\\N");
        else escaped(value.toString());
        return this;
    }

    public CopyRows value(long value) {
        between();
        text.append(value);
        return this;
    }

    /** An array of ids or numbers, which need no quotes. */
    public CopyRows array(Collection<?> values) {
        between();
        text.append('{');
        var first = true;
        for (var value : values) {
            if (!first) text.append(',');
            text.append(value);
            first = false;
        }
        text.append('}');
        return this;
    }

    public CopyRows bytes(byte @Nullable [] value) {
        between();
        if (value == null) text.append("\\N");
        else text.append("\\\\x").append(java.util.HexFormat.of().formatHex(value));
        return this;
    }

    public void end() {
        text.append('\n');
        rowBegun = false;
        if (text.length() >= FLUSH_AT) flush();
    }

    public void flush() {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void between() {
        if (rowBegun) text.append('\t');
        rowBegun = true;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
