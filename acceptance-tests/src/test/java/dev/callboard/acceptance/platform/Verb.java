package dev.callboard.acceptance.platform;

import dev.callboard.local.platform.PlatformFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A verb of {@code ./callboard}, carried out as the script does: the launcher's jar in a process of its own.
 *
 * @param output standard output and standard error
 */
public record Verb(int exit, String output) {
    /** @param words the verb and its options, without {@code --data} */
    static Verb of(PlatformFolder folder, List<String> words) {
        try {
            var process = new ProcessBuilder(command(folder, words))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verb(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static List<String> command(PlatformFolder folder, List<String> words) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcallboard.home=" + folder.home(),
                "-cp",
                folder.home()
                        .resolve("platform-local/target/callboard-local.jar")
                        .toString(),
                "dev.callboard.local.Callboard"));
        command.addAll(words);
        command.addAll(List.of("--data", folder.data().toString()));
        return command;
    }
}
