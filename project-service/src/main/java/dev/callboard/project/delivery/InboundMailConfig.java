package dev.callboard.project.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** The mailbox to which people, their calendars and mail servers answer. Without a host nothing is read. */
@ConfigMapping(prefix = "callboard.inbound-mail")
interface InboundMailConfig {
    Optional<String> host();

    @WithDefault("993")
    int port();

    /** Not said: whether the port is that of IMAP over TLS. */
    Optional<Boolean> tls();

    /** An address, to which people reply; it is also the organizer of every invitation. */
    @WithDefault("${callboard.mail.from:call@callboard.example}")
    String user();

    /** Needed where there is a host. */
    Optional<String> password();

    @WithDefault("PT2S")
    Duration poll();

    /** Longer than a poll takes; an instance that died is replaced after it. */
    @WithDefault("PT30S")
    Duration lease();
}
