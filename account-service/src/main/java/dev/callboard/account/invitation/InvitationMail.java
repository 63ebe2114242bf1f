package dev.callboard.account.invitation;

import dev.callboard.account.fiscal.Account;
import dev.callboard.kit.mail.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The token is in the fragment of the link: it reaches no server, log or referrer until the person presses a button. */
@ApplicationScoped
class InvitationMail {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @ConfigProperty(name = "callboard.public-url")
    String publicUrl;

    Mail to(Invitation invitation, Account account, String inviter, InvitationToken token) {
        return new Mail(
                "invitation-" + invitation.id + "@callboard.example",
                oneLine(inviter) + " by Callboard",
                invitation.email,
                null,
                oneLine(inviter) + " invites you to " + oneLine(account.name()),
                text(invitation, account, inviter, token),
                null,
                null,
                null,
                null,
                null);
    }

    private String text(Invitation invitation, Account account, String inviter, InvitationToken token) {
        return """
                %s invites you to work in the account %s on Callboard.

                Accept: %s

                The link is for you alone and works once, until %s (UTC). You sign in with this
                address, %s. If you did not expect this, do nothing.
                """.formatted(
                        oneLine(inviter),
                        oneLine(account.name()),
                        link(account.id(), token),
                        DAY.format(invitation.expiresAt),
                        invitation.email);
    }

    private String link(UUID accountId, InvitationToken token) {
        return publicUrl + "/api/v1/accounts/" + accountId + "/members/acceptances#" + token.text();
    }

    /** Names are other people's text: they begin no header and no line of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
