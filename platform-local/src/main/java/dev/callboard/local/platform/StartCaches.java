package dev.callboard.local.platform;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The JDK's ahead-of-time caches (JEP 483, 515): what a service has loaded, linked and profiled until it was ready, so
 * that its next start need not do it again. A cache belongs to one build, JVM and set of options, which its name hashes;
 * the JVM compares the jars once more and starts without a cache that does not fit.
 */
public final class StartCaches {
    private final boolean training;
    private final List<Path> trained = new ArrayList<>();

    private StartCaches(boolean training) {
        this.training = training;
    }

    /** Starts use the caches that are there. */
    static StartCaches used() {
        return new StartCaches(false);
    }

    /** Starts use none; each process writes one when it ends. */
    public static StartCaches training() {
        return new StartCaches(true);
    }

    boolean isTraining() {
        return training;
    }

    /**
     * What the command line needs beside the options of the service, which are part of the name.
     *
     * @param build of the jar, see {@link BuildHash}
     */
    List<String> options(Path jar, String build, List<String> options) throws IOException {
        var cache = folder(jar).resolve(name(build, options));
        if (!training) return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();

        synchronized (trained) {
            FolderTree.delete(folder(jar)); // of other builds
            Files.createDirectories(folder(jar));
            trained.add(cache);
        }
        return List.of("-XX:AOTCacheOutput=" + unfinished(cache));
    }

    /**
     * To be called when all processes of the training have ended: a cache counts once it is whole.
     *
     * @return the caches
     * @throws StartFailure when a process has left none
     */
    public List<Path> kept() throws IOException {
        for (var cache : trained) {
            if (!Files.exists(unfinished(cache)))
                throw new StartFailure(
                        "the training has left no " + unfinished(cache) + ": run ./callboard train again");
            Files.move(unfinished(cache), cache);
        }
        return List.copyOf(trained);
    }

    private static Path folder(Path jar) {
        return jar.getParent().resolveSibling("start-caches");
    }

    private static Path unfinished(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".unfinished");
    }

    private static String name(String build, List<String> options) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var parts = new ArrayList<>(options);
            parts.add(build);
            parts.add(System.getProperty("java.vm.version"));
            parts.add(System.getProperty("os.arch"));
            for (var part : parts) digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8) + ".aot";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
