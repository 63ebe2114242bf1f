package dev.callboard.local.platform;

import java.util.Arrays;
import java.util.Optional;

/** The services that a platform runs, in the order of the status table. */
enum Service {
    USER("user-service", "users", 128),
    ACCOUNT("account-service", "accounts", 128),
    PROJECT("project-service", "projects", 224),
    /** Holds a chunk of documents while it draws them. */
    REPORT("report-service", "reports", 448),
    GATEWAY("platform-gateway", null, 128);

    private final String component;
    private final String database;
    private final int heapMegabytes;

    Service(String component, String database, int heapMegabytes) {
        this.component = component;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    static Optional<Service> named(String component) {
        return Arrays.stream(values())
                .filter(service -> service.component.equals(component))
                .findFirst();
    }

    /** The module's name, which is also how it is called on the command line. */
    String component() {
        return component;
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** All but the one whose work is computing: it wants its loops compiled as soon as they are hot. */
    boolean compilesLate() {
        return this != REPORT;
    }
}
