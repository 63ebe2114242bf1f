package dev.callboard.kit.test.broken.one;

import java.time.Instant;

/** Breaks: time comes from the clock. */
class WristWatch {
    Instant look() {
        return Instant.now();
    }
}
