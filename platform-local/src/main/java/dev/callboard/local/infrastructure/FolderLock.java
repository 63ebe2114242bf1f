package dev.callboard.local.infrastructure;

import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One supervisor per data folder. The system gives the lock back even when its holder is killed. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StartFailure when another process holds the folder, or it cannot be written */
    public static FolderLock of(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
            var channel =
                    FileChannel.open(dataFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "another platform runs on " + dataFolder + ": end it with `down`, or choose another --data");
            }
            return new FolderLock(channel, lock);
        } catch (IOException failed) {
            throw new StartFailure(
                    "cannot write to " + dataFolder + " (" + failed.getMessage()
                            + "): free some space, or choose another --data",
                    failed);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
