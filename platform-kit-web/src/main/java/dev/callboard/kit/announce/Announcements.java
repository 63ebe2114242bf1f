package dev.callboard.kit.announce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an instance makes itself known to gateways where no name service does: on one machine. */
@ConfigMapping(prefix = "callboard.announce")
interface Announcements {
    /** Management addresses of the gateways; nothing is announced without one. */
    Optional<List<URI>> to();

    /** What the gateway knows its own by. */
    Optional<String> secret();

    /** A gateway forgets an instance that has been silent for three of these. */
    @WithDefault("1s")
    Duration every();
}
