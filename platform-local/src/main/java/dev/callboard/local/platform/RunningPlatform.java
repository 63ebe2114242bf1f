package dev.callboard.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.local.process.Child;
import dev.callboard.local.process.StartFailure;

import java.util.List;
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

    /** @throws StartFailure when no supervisor runs */
    public List<StatusRow> status() {
        var json = new StringBuilder();
        askOrSay(json::append, "status", "--json");
        try {
            return new ObjectMapper().readValue(json.toString(), new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new StartFailure("the supervisor's answer cannot be read: " + json, unreadable);
        }
    }

    /** Returns when that many are ready. @throws StartFailure with what the supervisor said */
    public void scale(String component, int count) {
        var said = new StringBuilder();
        int code = askOrSay(line -> said.append(line).append('\n'), "scale", component, Integer.toString(count));
        if (code != 0) throw new StartFailure(said.toString().strip());
    }

    /** Ends what a killed supervisor left behind. @return how many processes */
    public int clearStale() {
        return Child.clearAllStale(folder.data());
    }
}
