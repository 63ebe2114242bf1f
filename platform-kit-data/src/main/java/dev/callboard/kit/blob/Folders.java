package dev.callboard.kit.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Folders that outlive a power cut: a new one is in its parent's list on disk before anything is put into it. One that
 * is only seen may be another's that is not forced yet, so each is forced once by this process too.
 */
final class Folders {
    /** Paths are short; more than these are forced once more. */
    private static final int REMEMBERED = 10_000;

    private final Path root;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    Folders(Path root) {
        this.root = root;
    }

    void make(Path folder) throws IOException {
        if (durable.contains(folder)) return;
        if (folder.equals(root)) {
            Files.createDirectories(root);
        } else {
            make(folder.getParent());
            create(folder);
            force(folder.getParent());
        }
        if (durable.size() >= REMEMBERED) durable.clear();
        durable.add(folder);
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException _) {
            if (!Files.isDirectory(folder)) throw new FileAlreadyExistsException(folder + " is a blob");
        }
    }

    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
