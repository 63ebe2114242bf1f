package dev.callboard.kit.messaging;

import dev.callboard.kit.database.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Duration;
import java.time.InstantSource;

@ApplicationScoped
class InboxUpkeep implements Upkeep {
    /** Twice as long as the topics keep their messages. */
    private static final Duration KEPT = Duration.ofDays(14);

    @Inject
    Inbox inbox;

    @Inject
    InstantSource clock;

    @Override
    @Transactional
    public void tidy() {
        inbox.dropBefore(clock.instant().minus(KEPT));
    }
}
