package dev.callboard.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.Map;

/**
 * PostgreSQL, Kafka, Redis, a mail catcher and the payment sandbox, real ones, for {@code @WithTestResource}. The test
 * classes of one Maven module share them; every run of a module has its own, with an empty database, in its
 * {@code target/platform-servers}. They end with the JVM that runs the tests.
 */
public class PlatformServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var servers = SharedServers.join();
        return servers.configuration();
    }

    /** The servers go on for the next test class. */
    @Override
    public void stop() {}
}
