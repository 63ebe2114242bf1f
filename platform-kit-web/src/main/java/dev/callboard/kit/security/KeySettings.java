package dev.callboard.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the public keys of access tokens come from. Fixed here: never from a token. */
@ConfigMapping(prefix = "callboard.jwks")
interface KeySettings {
    Optional<URI> url();

    /** The key set itself, for tests. */
    Optional<String> inline();

    /** A kid that is not known is asked for, but not more often than this. */
    @WithDefault("5s")
    Duration askAgainAfter();

    @WithDefault("2s")
    Duration timeout();
}
