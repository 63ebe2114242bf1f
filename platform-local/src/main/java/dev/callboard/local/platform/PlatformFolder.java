package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The data folder of one platform: everything that outlives a restart is in it, and nothing of it elsewhere.
 *
 * @param home the checkout: where the services' jars are
 * @param data {@code .callboard} in the checkout, unless told otherwise
 */
public record PlatformFolder(Path home, Path data) {
    private static final long LEAST_SPACE = 500L << 20;

    public static PlatformFolder of(Path data) {
        Path home = Path.of(System.getProperty("callboard.home", ""))
                .toAbsolutePath()
                .normalize();
        Path chosen = data == null ? home.resolve(".callboard") : data;
        return new PlatformFolder(home, chosen.toAbsolutePath().normalize());
    }

    Path ports() {
        return data.resolve("ports.properties");
    }

    Path replicas() {
        return data.resolve("replicas.properties");
    }

    Path blobs() {
        return data.resolve("blobs");
    }

    /** The offset that the services add to the system's time, an ISO 8601 duration as text. */
    Path clock() {
        return data.resolve("clock");
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** Pid files and the control socket: for the owner only. */
    Path run() {
        return data.resolve("run");
    }

    public Path mail() {
        return data.resolve("mail");
    }

    Path jar(Service service) {
        return home.resolve(service.component()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** @throws StartFailure when it cannot be written, or the disk is nearly full */
    void prepare() {
        if (Files.exists(data) && !Files.isDirectory(data))
            throw new StartFailure(data + " is a file: choose a folder with --data DIR");
        try {
            Files.createDirectories(logs());
            Files.createDirectories(blobs());
            Files.createDirectories(run());
            Files.setPosixFilePermissions(run(), PosixFilePermissions.fromString("rwx------"));
            FileStore disk = Files.getFileStore(data);
            if (disk.getUsableSpace() < LEAST_SPACE) {
                throw new StartFailure("only " + (disk.getUsableSpace() >> 20) + " MB are left on the disk of " + data
                        + " (needed: " + (LEAST_SPACE >> 20) + " MB): free some, or choose another --data");
            }
        } catch (IOException failed) {
            throw new StartFailure("cannot write to " + data + " (" + failed + "): choose another --data", failed);
        }
    }
}
