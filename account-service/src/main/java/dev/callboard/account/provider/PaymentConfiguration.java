package dev.callboard.account.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

@ConfigMapping(prefix = "callboard.payments")
public interface PaymentConfiguration {
    /** Base address of the provider. */
    String url();

    String key();

    /** Signs the messages that the provider sends us, at the address that a deployment gives it. */
    String webhookSecret();

    @WithDefault("1S")
    Duration connectTimeout();

    /** Longer than a card network usually takes; what takes longer is asked for by its key. */
    @WithDefault("3S")
    Duration timeout();
}
