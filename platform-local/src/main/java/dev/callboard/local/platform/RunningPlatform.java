package dev.callboard.local.platform;

import dev.callboard.local.process.Child;
import dev.callboard.local.process.StartFailure;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The platform that may run on a data folder, seen from another process. */
public record RunningPlatform(PlatformFolder folder) {
    /** The gateway's address; empty when no supervisor runs. */
    public Optional<String> url() {
        var url = new AtomicReference<String>();
        return ControlSocket.ask(folder, url::set, "url").map(_ -> url.get());
    }

    /** @return the verb's exit code; empty when no supervisor runs */
    public Optional<Integer> ask(Consumer<String> answer, String... words) {
        return ControlSocket.ask(folder, answer, words);
    }

    /** @throws StartFailure when no supervisor runs */
    public int askOrSay(Consumer<String> answer, String... words) {
        return ask(answer, words)
                .orElseThrow(() ->
                        new StartFailure("no platform runs on " + folder.data() + ": start it with ./callboard up"));
    }

    /** Ends what a killed supervisor left behind. @return how many processes */
    public int clearStale() {
        return Child.clearAllStale(folder.data());
    }
}
