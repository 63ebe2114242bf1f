package dev.callboard.local.process;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Small files that are seen whole or not at all, and that survive a crash: temporary name, fsync, rename. */
public final class AtomicFile {
    private AtomicFile() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, new FileAttribute<?>[0]);
    }

    /** Readable by the owner only, from the first byte on. */
    public static void writeSecret(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            write(file, bytes);
            return;
        }
        write(file, bytes, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".tmp");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, attributes);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Key-value pairs of a properties file; empty when there is none. */
    public static Map<String, String> properties(Path file) throws IOException {
        var read = new Properties();
        try {
            read.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException absent) {
            return new TreeMap<>();
        }
        var values = new TreeMap<String, String>();
        for (String name : read.stringPropertyNames()) values.put(name, read.getProperty(name));
        return values;
    }

    /** What {@link #properties} reads back: a sorted line each, for other readers as plain as it can be. */
    public static String text(Map<String, String> values) {
        var lines = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> lines.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        return lines.toString();
    }
}
