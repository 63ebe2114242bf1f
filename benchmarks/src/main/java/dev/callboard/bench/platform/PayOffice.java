package dev.callboard.bench.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A platform with the services that paying takes and no others, for Stina, who pays. */
final class PayOffice implements AutoCloseable {
    static final String SERVICE = "report-service";

    private final LocalPlatform platform;

    PayOffice(Path home) throws IOException {
        platform = new LocalPlatform(home).only("user-service", "account-service", SERVICE, "platform-gateway");
    }

    LocalPlatform platform() {
        return platform;
    }

    /**
     * Starts it.
     *
     * @param instances of report-service
     * @return Stina, signed in
     */
    Client open(int instances) throws IOException, InterruptedException {
        start(instances);
        return platform.client().registered("Stina Hallberg", "stina@norrsken.example", "who pays the ferryman");
    }

    /** Ends it and starts it again on what it has. */
    void reopen(int instances) throws IOException, InterruptedException {
        platform.down();
        start(instances);
    }

    private void start(int instances) throws IOException, InterruptedException {
        platform.up();
        platform.scale(SERVICE, instances); // it starts with two
    }

    @Override
    public void close() throws IOException, InterruptedException {
        platform.close();
    }
}
