package dev.callboard.report.run;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.account.rights.AccountSummary;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.mail.Mail;
import dev.callboard.kit.mail.MailOutcomes;
import dev.callboard.kit.mail.MailQueue;
import dev.callboard.report.payroll.employee.Payees;
import dev.callboard.report.payroll.employee.Payees.Payee;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Word;
import dev.callboard.report.render.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One mail for each slip, with a link and never the slip: mail is read by many. */
@ApplicationScoped
class SlipMails implements MailOutcomes {
    private record Slip(int item, String employeeNo, UUID documentId) {}

    /** Which document a link shows. */
    record Shown(UUID runId, int item) {}

    @Inject
    Database db;

    @Inject
    MailQueue queue;

    @Inject
    Payees payees;

    @Inject
    AccountRights accounts;

    @Inject
    DocumentPasswords passwords;

    @Inject
    InstantSource clock;

    @ConfigProperty(name = "callboard.public-url")
    String publicUrl;

    /** @return the last item of this page; {@code after} when there is none */
    int queue(ReportRun run, int after, int most) {
        var slips = db.list(
                """
                select item, subject, document_id from report_item
                where account_id = ? and month = ? and run_id = ? and item > ? and state = 'DONE' order by item limit ?
                """,
                row -> new Slip(row.getInt(1), row.getString(2), row.getObject(3, UUID.class)),
                run.accountId,
                run.month,
                run.id,
                after,
                most);
        if (slips.isEmpty()) return after;

        var people =
                payees.of(run.sourceId, slips.stream().map(Slip::employeeNo).toList());
        var encrypted = passwords.protect(run.accountId, run.kind);
        for (var slip : slips) queue(run, slip, people.get(slip.employeeNo), encrypted);
        return slips.getLast().item;
    }

    /** Once to an address. The person's address is another one since: the link that went to the old one is dead. */
    private void queue(ReportRun run, Slip slip, @Nullable Payee payee, boolean encrypted) {
        var reachable = payee != null && payee.email() != null;
        var unreadable = reachable && encrypted && !payee.hasBirthDate();
        var token = LinkToken.fresh();
        var now = clock.instant();
        var until = now.plus(LinkToken.VALID);
        List<Integer> attempt = db.list(
                """
                insert into slip_mail (document_id, run_id, item, subject, address, state, reason, token_sha256,
                  queued_at, expires_at, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (document_id) do update set run_id = excluded.run_id, item = excluded.item,
                  address = excluded.address, state = excluded.state, token_sha256 = excluded.token_sha256, queued_at = excluded.queued_at,
                  expires_at = excluded.expires_at, ended_at = excluded.ended_at, reason = excluded.reason,
                  attempt = slip_mail.attempt + 1
                where slip_mail.state in ('REFUSED', 'WITHOUT_ADDRESS')
                  or slip_mail.state = 'SENT' and slip_mail.address is not null
                    and lower(slip_mail.address) is distinct from lower(excluded.address)
                returning attempt
                """,
                row -> row.getInt(1),
                slip.documentId,
                run.id,
                slip.item,
                slip.employeeNo,
                reachable ? payee.email() : null,
                unreadable ? "REFUSED" : reachable ? "QUEUED" : "WITHOUT_ADDRESS",
                unreadable ? "birthDate: missing (the slip opens with it)" : null,
                token.sha256(),
                now,
                until,
                unreadable ? now : null);
        if (reachable && !unreadable && !attempt.isEmpty())
            queue.add(mail(run, slip, attempt.getFirst(), payee, encrypted, token, until));
    }

    private Mail mail(
            ReportRun run, Slip slip, int attempt, Payee payee, boolean encrypted, LinkToken token, Instant until) {
        var link = publicUrl + "/api/v1/pay-slips/" + token.text();
        var lastDay = until.atZone(ZoneOffset.UTC).toLocalDate();
        var text = text(run.language, run.month, payee.name(), link, lastDay);
        var employer = accounts.account(run.accountId).map(AccountSummary::name).orElse("Callboard");
        return new Mail(
                "slip-%s-%d@callboard.example".formatted(slip.documentId, attempt),
                employer,
                payee.email(),
                payee.name(),
                subject(run.language, run.month, employer),
                encrypted ? text + "\n" + Words.of(run.language).say(Word.MAIL_SLIP_PASSWORD) + "\n" : text,
                null,
                null,
                null,
                slip.documentId.toString(),
                null);
    }

    static String subject(Language language, LocalDate month, String employer) {
        var words = Words.of(language);
        return words.say(Word.MAIL_SLIP_SUBJECT, words.monthYear(month), employer);
    }

    /** @param until the last day on which the link works */
    static String text(Language language, LocalDate month, String name, String link, LocalDate until) {
        var words = Words.of(language);
        return """
                %s

                %s

                %s

                %s
                """.formatted(
                        words.say(Word.MAIL_SLIP_HELLO, name),
                        words.say(Word.MAIL_SLIP_READY, words.monthYear(month)),
                        link,
                        words.say(Word.MAIL_SLIP_LINK, words.longDate(until)));
    }

    Optional<Shown> shown(LinkToken token) {
        return db.first(
                "select run_id, item from slip_mail where token_sha256 = ? and expires_at > ?",
                row -> new Shown(row.getObject(1, UUID.class), row.getInt(2)),
                token.sha256(),
                clock.instant());
    }

    @Override
    public void sent(String reference, Instant at) {
        ended(reference, "SENT", null, at);
    }

    @Override
    public void refused(String reference, String reason, Instant at) {
        ended(reference, "REFUSED", reason, at);
    }

    private void ended(String reference, String state, @Nullable String reason, Instant at) {
        db.update(
                "update slip_mail set state = ?, reason = ?, ended_at = ? where document_id = ? and state = 'QUEUED'",
                state,
                reason,
                at,
                UUID.fromString(reference));
    }
}
