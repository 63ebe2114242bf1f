package dev.callboard.project.delivery;

import dev.callboard.kit.mail.Mail;
import dev.callboard.kit.mail.MailQueue;
import dev.callboard.project.answer.Signatures;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.call.Step;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.delivery.Letter.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Sends calls. In the caller's transaction: a call that is not stored is not sent, and the other way round. */
@ApplicationScoped
public class Deliveries {
    @Inject
    MailQueue mails;

    @Inject
    Signatures signatures;

    @Inject
    InboundMailConfig mailbox;

    @Inject
    Calls calls;

    @ConfigProperty(name = "callboard.public-url")
    String publicUrl;

    /**
     * The mail of a published call, with its invitation.
     *
     * @param before the version that it replaces
     */
    public void send(Call call, @Nullable Call before, CrewEntrySummary person, Instant now) {
        send(call, before, person, 0, now);
    }

    /** Once more, as another message: mail programs drop a second one with the same id. */
    public Call resend(Call call, CrewEntrySummary person, Actor actor, Instant now) {
        var moved = calls.store(call.resend(actor, now));
        send(moved, calls.replacedBy(moved).orElse(null), person, copies(call.id()), now);
        return moved;
    }

    private int copies(UUID callId) {
        return (int) calls.steps(callId).stream()
                .filter(step ->
                        step.track() == Step.Track.DELIVERY && step.what().equals("QUEUED"))
                .count();
    }

    private void send(Call call, @Nullable Call before, CrewEntrySummary person, int copy, Instant now) {
        var recipient = recipient(person);
        var link = publicUrl + "/a/" + signatures.link(call);
        var letter = new Letter(call, before == null ? null : before.brief(), recipient, link, now);
        var invitation = invitation(call, recipient, link).text(Invitation.Method.REQUEST, now);
        mails.add(new Mail(
                signatures.messageId(call, copy, domain()),
                call.brief().production(),
                recipient.email(),
                recipient.name(),
                letter.subject(),
                letter.text(),
                new LetterHtml(letter).html(),
                new Mail.Calendar("REQUEST", invitation),
                mailbox.user(),
                MailTracks.reference(call.id()),
                mailbox.user()));
    }

    /** Tells who was called that they need not come, and takes the event out of their calendar. */
    public void cancel(Call call, @Nullable CrewEntrySummary person, Instant now) {
        if (person == null) return; // removed from the crew since
        var brief = call.brief();
        var recipient = recipient(person);
        var subject = "Withdrawn: call " + Spoken.line(brief);
        var text =
                subject + "\n\nHello " + recipient.givenName() + ",\n\nyour call as " + brief.rolesInWords() + " for "
                        + Spoken.wholeDay(brief.workingDay()) + ", "
                        + Spoken.clockOn(brief.workingDay(), brief.callAt(), brief.zone())
                        + ", has been withdrawn.\nYou need not come.\n\n"
                        + (brief.officePhone() == null
                                ? ""
                                : "Questions: production office, " + Spoken.phone(brief.officePhone()) + "\n\n")
                        + brief.production() + " \u00b7 " + brief.company() + "\nSent "
                        + Spoken.momentWithYear(now, brief.zone()) + " to " + recipient.email() + "\n";
        mails.add(new Mail(
                "w" + signatures.messageId(call, 0, domain()),
                brief.production(),
                recipient.email(),
                recipient.name(),
                subject,
                text,
                null,
                new Mail.Calendar("CANCEL", invitation(call, recipient, null).text(Invitation.Method.CANCEL, now)),
                mailbox.user(),
                null,
                mailbox.user()));
    }

    /** For a person's own calendar program: the event without a question. */
    public String event(Call call, CrewEntrySummary person, Instant now) {
        var link = publicUrl + "/a/" + signatures.link(call);
        return invitation(call, recipient(person), link).text(Invitation.Method.PUBLISH, now);
    }

    private Invitation invitation(Call call, Recipient recipient, @Nullable String link) {
        return new Invitation(call, signatures.event(call.series(), domain()), mailbox.user(), recipient, link);
    }

    private String domain() {
        return mailbox.user().substring(mailbox.user().indexOf('@') + 1);
    }

    private static Recipient recipient(CrewEntrySummary person) {
        return new Recipient(person.name(), person.givenName(), person.email());
    }
}
