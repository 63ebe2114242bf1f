package dev.callboard.local.verb;

import dev.callboard.local.platform.PlatformFolder;
import dev.callboard.local.platform.RunningPlatform;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which platform a verb is about. */
final class OnPlatform {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder (default: .callboard in the checkout); another folder is another platform")
    private Path data;

    PlatformFolder folder() {
        return PlatformFolder.of(data);
    }

    RunningPlatform running() {
        return new RunningPlatform(folder());
    }
}
