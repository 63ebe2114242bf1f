package dev.callboard.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Something that runs as a process of its own: how it is started, when it is ready, and how it is asked to end. */
public interface Component {
    /** What it is an instance of: {@code postgres}, {@code user-service}. */
    String component();

    /** Unique on this platform: {@code postgres}, {@code user-service-1}. Names its pid file and its log. */
    String instance();

    /** The port that others reach it by. */
    int port();

    /** What runs, for the status table: a version or the hash of a build. */
    String build();

    /** Prepares what the process needs (folders, formatted storage) and says how to run it. Called before every start. */
    Launch launch() throws IOException;

    /** One probe, answered within two seconds. */
    boolean ready();

    /** What the operating system's {@code kill} is told when it shall end in good order. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long a start may take before it counts as failed. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }

    /** How long it may take to end in good order before it is killed. */
    default Duration stopPatience() {
        return Duration.ofSeconds(20);
    }

    /** @param environment added to that of this process */
    record Launch(List<String> command, Map<String, String> environment) {
        public static Launch of(List<String> command) {
            return new Launch(command, Map.of());
        }
    }
}
