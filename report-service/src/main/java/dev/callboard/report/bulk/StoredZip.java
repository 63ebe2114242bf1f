package dev.callboard.report.bulk;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.zip.CRC32;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A ZIP of files that are stored as they are, written as they come. It ends with a directory of all of them, which waits
 * in a file: memory is the same for two and for a million. The layout is APPNOTE 6.3's; from 65,535 files or 4 GiB on it
 * is a ZIP64.
 */
public final class StoredZip implements Closeable {
    /** Where a number of two or four bytes does not do, it is this one, and the number stands in a ZIP64 record. */
    private static final int MOST_FILES = 0xFFFF;

    private static final long MOST_BYTES = 0xFFFF_FFFFL;

    private static final int FILE = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int PLACE_OF_END_64 = 0x07064b50;

    private static final int LOCAL_BYTES = 30;
    private static final int ENTRY_BYTES = 46;
    private static final int PLACE_64_BYTES = 12;
    private static final int END_BYTES = 22;
    private static final int END_64_BYTES = 56;
    private static final int PLACE_OF_END_64_BYTES = 20;

    private static final short PLAIN = 10;
    private static final short WITH_64 = 45;
    private static final short NAMES_ARE_UTF_8 = 0x0800;
    private static final short STORED = 0;
    private static final short PLACE_64 = 1;

    private final OutputStream out;
    private final short time;
    private final short date;
    private final FileChannel directory;
    private final OutputStream entries;
    private long written;
    private long files;

    /** @param modified of all files, told to two seconds */
    public StoredZip(OutputStream out, LocalDateTime modified) throws IOException {
        this.out = out;
        time = (short) (modified.getHour() << 11 | modified.getMinute() << 5 | modified.getSecond() >> 1);
        date = (short) (Math.max(0, modified.getYear() - 1980) << 9
                | modified.getMonthValue() << 5
                | modified.getDayOfMonth());
        directory = CsvImport.unnamed(Files.createTempFile("callboard-zip", ".directory"));
        entries = new BufferedOutputStream(Channels.newOutputStream(directory), 1 << 16);
    }

    /** @param parts that are the file, one behind the other: less than 4 GiB */
    public void add(String name, byte[]... parts) throws IOException {
        var crc = new CRC32();
        long size = 0;
        for (var part : parts) {
            crc.update(part);
            size += part.length;
        }
        if (size >= MOST_BYTES)
            throw new IllegalArgumentException(name + ": " + size + " bytes (expected: less than 4 GiB)");

        var encoded = name.getBytes(UTF_8);
        var place = written;
        var local = record(LOCAL_BYTES + encoded.length).putInt(FILE);
        about(local, PLAIN, (int) crc.getValue(), (int) size, encoded.length);
        write(local.putShort((short) 0).put(encoded));
        for (var part : parts) {
            out.write(part);
            written += part.length;
        }

        boolean far = place >= MOST_BYTES;
        var entry = record(ENTRY_BYTES + encoded.length + (far ? PLACE_64_BYTES : 0))
                .putInt(ENTRY)
                .putShort(far ? WITH_64 : PLAIN);
        about(entry, far ? WITH_64 : PLAIN, (int) crc.getValue(), (int) size, encoded.length);
        entry.putShort((short) (far ? PLACE_64_BYTES : 0))
                .putShort((short) 0) // no comment
                .putShort((short) 0) // on the first disk
                .putShort((short) 0)
                .putInt(0) // no attributes
                .putInt((int) Math.min(place, MOST_BYTES))
                .put(encoded);
        if (far) entry.putShort(PLACE_64).putShort((short) Long.BYTES).putLong(place);
        entries.write(entry.array());
        files++;
    }

    /** Behind what tells the two apart, what a file's head and its entry say alike. */
    private void about(ByteBuffer record, short needed, int crc, int size, int nameLength) {
        record.putShort(needed)
                .putShort(NAMES_ARE_UTF_8)
                .putShort(STORED)
                .putShort(time)
                .putShort(date)
                .putInt(crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) nameLength);
    }

    /** Writes the directory; nothing can be added behind it. */
    public void finish() throws IOException {
        entries.flush();
        var place = written;
        long size = directory.size();
        Channels.newInputStream(directory.position(0)).transferTo(out);
        written += size;
        if (files >= MOST_FILES || place >= MOST_BYTES || size >= MOST_BYTES) end64(place, size);
        var some = (short) Math.min(files, MOST_FILES);
        write(record(END_BYTES)
                .putInt(END)
                .putInt(0) // on the first disk
                .putShort(some)
                .putShort(some)
                .putInt((int) Math.min(size, MOST_BYTES))
                .putInt((int) Math.min(place, MOST_BYTES))
                .putShort((short) 0)); // no comment
    }

    private void end64(long place, long size) throws IOException {
        var end = written;
        write(record(END_64_BYTES)
                .putInt(END_64)
                .putLong(END_64_BYTES - Integer.BYTES - Long.BYTES)
                .putShort(WITH_64)
                .putShort(WITH_64)
                .putLong(0) // on the first disk
                .putLong(files)
                .putLong(files)
                .putLong(size)
                .putLong(place));
        write(record(PLACE_OF_END_64_BYTES)
                .putInt(PLACE_OF_END_64)
                .putInt(0)
                .putLong(end)
                .putInt(1)); // of one disk
    }

    private static ByteBuffer record(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer record) throws IOException {
        out.write(record.array());
        written += record.capacity();
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
