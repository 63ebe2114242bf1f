package dev.callboard.user.registration;

import dev.callboard.kit.mail.Mail;
import dev.callboard.kit.mail.MailQueue;
import dev.callboard.user.profile.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The three mails about an address. The token stands in the fragment of the link, which no server and no Referer header
 * ever sees; opening the link changes nothing, so that a mail scanner that does uses nothing up.
 */
@ApplicationScoped
class AddressMails {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    @Inject
    MailQueue queue;

    @ConfigProperty(name = "callboard.public-url")
    String publicUrl;

    /** @param name as entered in the registration that this link would bring into force */
    void verification(User user, String name, MailedLink link, LinkToken token) {
        send(
                "verify-" + link.id,
                user,
                name,
                new Letter(
                        "Confirm your address for Callboard",
                        "somebody, probably you, registered this address with Callboard under the name " + name + ".",
                        "Confirm this address",
                        publicUrl + "/verify#" + token.text(),
                        "The link works once, until %s. Was it not you? Then do nothing: without it the registration is void."
                                .formatted(until(link.expiresAt, user))));
    }

    void alreadyRegistered(User user, UUID requestId) {
        send(
                "registered-" + requestId,
                user,
                user.profile().name(),
                new Letter(
                        "You are registered with Callboard already",
                        "somebody, probably you, registered this address again. Nothing was changed: sign in with the password that you have.",
                        "Sign in",
                        publicUrl + "/",
                        "Forgotten your password? Ask for a new one there. Was it not you? Then do nothing."));
    }

    void reset(User user, MailedLink link, LinkToken token) {
        send(
                "reset-" + link.id,
                user,
                user.profile().name(),
                new Letter(
                        "Choose a new password for Callboard",
                        "somebody, probably you, asked for a new password.",
                        "Choose a new password",
                        publicUrl + "/reset#" + token.text(),
                        "The link works once, until %s. A new password signs you out everywhere. Was it not you? Then do nothing: your password stays."
                                .formatted(until(link.expiresAt, user))));
    }

    private void send(String id, User user, String name, Letter letter) {
        queue.add(new Mail(
                id + "@callboard.example",
                "Callboard",
                user.email(),
                name,
                letter.subject(),
                letter.text(name),
                letter.html(name),
                null,
                null,
                null,
                null));
    }

    private static String until(Instant instant, User user) {
        var zone = ZoneId.of(user.profile().zone());
        return UNTIL.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
