package dev.callboard.gateway.upstream;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.function.LongSupplier;

/**
 * One running copy of a service as the gateway sees it. Health is asked for every second; a refused connection is known
 * at once and takes the instance out for a while, longer each time, until a check finds it well or the while has passed.
 */
public final class Instance {
    /** One slow answer on a busy machine is no illness. */
    private static final int MISSED_CHECKS = 3;

    private static final long SHORTEST_BAN_NANOS = 500_000_000L;
    private static final long LONGEST_BAN_NANOS = 16_000_000_000L;

    private final String service;
    private final String name;
    private final URI url;
    private final @Nullable URI health;
    private final String build;
    private final LongSupplier nanoTime;

    private volatile long seenAt;
    private int missed;
    private int refusals;
    private long bannedUntil;
    private boolean banned;

    Instance(String service, String name, URI url, @Nullable URI health, String build, LongSupplier nanoTime) {
        this.service = service;
        this.name = name;
        this.url = url;
        this.health = health;
        this.build = build;
        this.nanoTime = nanoTime;
        this.seenAt = nanoTime.getAsLong();
    }

    public String name() {
        return name;
    }

    public String service() {
        return service;
    }

    public String build() {
        return build;
    }

    public URI url() {
        return url;
    }

    public String host() {
        return url.getHost();
    }

    public int port() {
        return url.getPort() > 0 ? url.getPort() : 80;
    }

    @Nullable
    URI health() {
        return health;
    }

    void seen() {
        seenAt = nanoTime.getAsLong();
    }

    boolean isSilentFor(long nanos) {
        return nanoTime.getAsLong() - seenAt > nanos;
    }

    /** Whether requests should go there. */
    public synchronized boolean isWell() {
        if (banned && nanoTime.getAsLong() - bannedUntil >= 0) banned = false;
        return !banned && missed < MISSED_CHECKS;
    }

    /** A connection was refused or timed out; nothing was sent. */
    public synchronized void refused() {
        var ban = Math.min(LONGEST_BAN_NANOS, SHORTEST_BAN_NANOS << Math.min(refusals, 6));
        refusals++;
        banned = true;
        bannedUntil = nanoTime.getAsLong() + ban;
    }

    /** It answered a request. */
    public synchronized void answered() {
        refusals = 0;
        banned = false;
    }

    synchronized void checked(boolean well) {
        if (!well) {
            missed++;
            return;
        }
        missed = 0;
        refusals = 0;
        banned = false;
    }

    @Override
    public String toString() {
        return name + " at " + url;
    }
}
