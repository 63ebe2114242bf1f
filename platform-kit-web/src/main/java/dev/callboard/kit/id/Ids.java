package dev.callboard.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** New ids: UUIDv7, RFC 9562. They sort by time of making, so an index grows at its end. Never an order of events. */
public final class Ids {
    /** After every id that is ever made: where a list that begins with the latest begins. */
    public static final UUID LATEST = new UUID(-1L, -1L);

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
