package dev.callboard.kit.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "callboard.mail")
interface MailSettings {
    /** Address of the sender, the same for all mails; their names differ. */
    @WithDefault("call@callboard.example")
    String from();

    @WithDefault("localhost")
    String smtpHost();

    @WithDefault("25")
    int smtpPort();

    Optional<String> smtpUser();

    Optional<String> smtpPassword();

    /** DISABLED, OPTIONAL, REQUIRED. */
    @WithDefault("OPTIONAL")
    StartTls startTls();

    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }

    /** Connections to the mail server at the same time, per instance; none sends nothing. */
    @WithDefault("4")
    int workers();

    /** How long a worker may be silent before another one takes its mails. */
    @WithDefault("2M")
    Duration lease();

    /** Between two tries while the server cannot be reached. */
    @WithDefault("2S")
    Duration outagePause();
}
