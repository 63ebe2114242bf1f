package dev.callboard.user.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How the keys that sign access tokens are kept, and when the next one takes over. */
@ConfigMapping(prefix = "callboard.keys")
public interface KeySettings {
    String LOCAL_SECRET = "for-one-machine-only-this-is-no-secret";

    /** Everything that must not be readable in the database is encrypted with keys derived from it. */
    @WithDefault(LOCAL_SECRET)
    String secret();

    /** Age at which a key gets its successor. */
    @WithDefault("P30D")
    Duration rotateAfter();

    /** Time between a key's publication and its first signature: longer than any reader keeps the key set. */
    @WithDefault("PT15M")
    Duration publishAhead();

    /** Time that a replaced key stays published: longer than any token that it signed is valid. */
    @WithDefault("PT1H")
    Duration keepAfter();
}
