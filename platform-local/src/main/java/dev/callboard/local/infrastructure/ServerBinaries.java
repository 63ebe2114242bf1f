package dev.callboard.local.infrastructure;

import dev.callboard.local.process.StartFailure;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * The servers that travel as archives inside jars, unpacked once beside this module's jar
 * ({@code platform-local/target/servers}) and shared by all data folders of the checkout.
 */
final class ServerBinaries {
    private final Path folder;

    ServerBinaries() {
        this(besideOurJar());
    }

    ServerBinaries(Path folder) {
        this.folder = folder;
    }

    private static Path besideOurJar() {
        try {
            var source =
                    ServerBinaries.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).getParent().resolve("servers");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The folder that holds {@code bin/postgres} and {@code bin/initdb}. */
    Path postgres() throws IOException {
        String system = onMac() ? "darwin" : "linux";
        String name = "postgres-" + system + "-" + (onArm() ? "arm_64" : "x86_64") + ".txz";
        URL archive = resource(name);
        return once("postgres-18.6.0", target -> untar(archive, target));
    }

    /** The embedded Redis 6.2; a newer one on the path is preferred by {@link RedisServer}. */
    Path redis() throws IOException {
        String name = onMac()
                ? "redis-server-6.2.6-v5-darwin-" + (onArm() ? "arm64" : "amd64")
                : onArm() ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        URL binary = resource(name);
        return once("redis-6.2", target -> {
                    Path program = Files.createDirectories(target).resolve("redis-server");
                    try (var in = binary.openStream()) {
                        Files.copy(in, program);
                    }
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private static URL resource(String name) {
        URL found = ServerBinaries.class.getResource("/" + name);
        if (found != null) return found;
        throw new StartFailure("no server binary " + name + " for this machine ("
                + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + "): Callboard runs on Linux and macOS, x86-64 and arm64; on others see docs/operations.md");
    }

    private static boolean onMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    }

    private static boolean onArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }

    /** Two platforms may start at once: one unpacks under a lock, into a temporary name. */
    private Path once(String name, Unpacking unpacking) throws IOException {
        Path target = folder.resolve(name);
        if (Files.isDirectory(target)) return target;

        Files.createDirectories(folder);
        try (var channel = FileChannel.open(
                        folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(target)) return target;
            Path temporary = Files.createTempDirectory(folder, name + ".");
            unpacking.into(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        }
    }

    private static void untar(URL archive, Path target) throws IOException {
        try (InputStream in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) throw new IOException("entry outside the archive: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
