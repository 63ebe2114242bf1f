package dev.callboard.kit.blob;

import dev.callboard.kit.database.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blobs as files. A blob is written under a name that nobody else uses, forced to disk, renamed, and its folder forced
 * as well: after a power cut it is there whole or not at all. What a crash left unfinished is removed by the next upkeep.
 */
@ApplicationScoped
class FolderBlobStore implements BlobStore, Upkeep {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final int BUFFER = 1 << 16;

    /** Nobody writes one blob for so long. */
    private static final Duration ABANDONED = Duration.ofHours(6);

    private final Path root;
    private final Path unfinished;
    private final Folders folders;

    @Inject
    FolderBlobStore(BlobSettings settings) {
        this(settings.folder());
    }

    FolderBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        unfinished = this.root.resolve(".unfinished");
        folders = new Folders(this.root);
    }

    @Override
    public void put(String name, Writer content) {
        var file = file(name);
        var written = unfinished.resolve(UUID.randomUUID().toString());
        try {
            folders.make(unfinished);
            folders.make(file.getParent());
            try {
                write(written, content);
                move(written, file);
            } finally {
                Files.deleteIfExists(written);
            }
            Folders.force(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, Writer content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the folder is on a file system that cannot rename atomically", e);
        }
    }

    @Override
    public InputStream get(String name, long from, long length) {
        if (from < 0 || length < 0)
            throw new IllegalArgumentException("from %d, length %d (expected: 0 or more)".formatted(from, length));
        try {
            var channel = FileChannel.open(file(name), StandardOpenOption.READ);
            channel.position(from);
            return new RangeInputStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new BlobMissing(name);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public long length(String name) {
        var file = file(name);
        if (!Files.isRegularFile(file)) throw new BlobMissing(name);
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            throw new BlobMissing(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(file(name));
    }

    @Override
    public Stream<String> list(String prefix) {
        if (!Files.isDirectory(root)) return Stream.empty();
        // Only the folder that every match lies in is walked, not the whole store.
        var slash = prefix.lastIndexOf('/');
        var start = slash < 0 ? root : file(prefix.substring(0, slash));
        if (!Files.isDirectory(start)) return Stream.empty();
        try {
            return Files.walk(start)
                    .filter(path -> !path.startsWith(unfinished))
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(prefix))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    /** Of writers that were killed. Their age is told by the clock that dated them: the file system's. */
    @Override
    public void tidy() {
        if (!Files.isDirectory(unfinished)) return;
        try (var left = Files.list(unfinished)) {
            var files = left.toList();
            var mark = Files.createTempFile(unfinished, "now-", "");
            var now = Files.getLastModifiedTime(mark).toInstant();
            Files.delete(mark);
            for (var file : files) {
                if (isAbandoned(file, now)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path file, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED));
        } catch (NoSuchFileException finished) {
            return false;
        }
    }

    /** Names come from code, but a mistake there must not lead out of the folder. */
    private Path file(String name) {
        if (!NAME.matcher(name).matches() || Stream.of(name.split("/")).anyMatch(part -> part.startsWith(".")))
            throw new IllegalArgumentException("blob name: " + name
                    + " (expected: segments of letters, digits, dot, dash, underscore; none begins with a dot)");
        return root.resolve(name);
    }
}
