package dev.callboard.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Limits of the door. The server's own, harder limits lie above: what lies between is refused in words. */
@ConfigMapping(prefix = "callboard.gateway")
public interface DoorSettings {
    /** Where the door is; the framework's own names for it, which deployments set. */
    @WithDefault("${quarkus.http.host:0.0.0.0}")
    String host();

    /** 0 takes a free one. */
    @WithDefault("${quarkus.http.port:8080}")
    int port();

    @WithDefault("8K")
    MemorySize maxAddress();

    @WithDefault("16K")
    MemorySize maxHeader();

    /** Until a service begins to answer; long work answers 202 at once. */
    @WithDefault("30s")
    Duration answerWithin();

    /** Between two pieces of a request's body. */
    @WithDefault("15s")
    Duration bodyPause();

    /** Without a byte in either direction; event streams beat more often. */
    @WithDefault("75s")
    Duration idle();

    @WithDefault("1s")
    Duration connectWithin();

    /** At a stop, until requests in flight are finished. */
    @WithDefault("20s")
    Duration drainWithin();

    /** Connections to one instance from one event loop. */
    @WithDefault("128")
    int connectionsPerInstance();
}
