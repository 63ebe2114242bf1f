package dev.callboard.user.key;

import java.time.Duration;

/** A vault without a running service. */
public final class VaultFixture {
    private VaultFixture() {}

    public static Vault vault(String secret) {
        return vault(secret, "production");
    }

    static Vault vault(String secret, String profile) {
        return new Vault(
                new KeySettings() {
                    @Override
                    public String secret() {
                        return secret;
                    }

                    @Override
                    public Duration rotateAfter() {
                        return Duration.ofDays(30);
                    }

                    @Override
                    public Duration publishAhead() {
                        return Duration.ofMinutes(15);
                    }

                    @Override
                    public Duration keepAfter() {
                        return Duration.ofHours(1);
                    }
                },
                profile);
    }
}
