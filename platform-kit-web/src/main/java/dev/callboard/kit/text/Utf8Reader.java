package dev.callboard.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Decodes UTF-8 and knows in which line something else stands; the JDK's own reader has read far ahead by then. */
public final class Utf8Reader extends Reader {
    /** What stands in this line, counted from 1, is not UTF-8. */
    public static final class NotUtf8 extends CharacterCodingException {
        private static final long serialVersionUID = 1;

        private final long line;

        NotUtf8(long line) {
            this.line = line;
        }

        public long line() {
            return line;
        }

        @Override
        public String getMessage() {
            return "line " + line + " is not UTF-8";
        }
    }

    private static final int CHUNK = 8 * 1024;

    private final InputStream in;
    private final CharsetDecoder decoder = UTF_8.newDecoder(); // which reports what it cannot decode
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
    private long line = 1;
    private boolean ended;

    public Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** @throws NotUtf8 once everything before it has been read */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) if (!goOn()) return -1;

        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** A step towards more characters, which may take another. @return whether there may be more */
    private boolean goOn() throws IOException {
        chars.clear();
        var result = decoder.decode(bytes, chars, ended);
        chars.flip();
        line += chars.chars().filter(c -> c == '\n').count();
        if (chars.hasRemaining()) return true;

        if (result.isMalformed()) throw new NotUtf8(line);
        if (ended) return false;
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
