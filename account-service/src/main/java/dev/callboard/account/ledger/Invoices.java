package dev.callboard.account.ledger;

import dev.callboard.account.fiscal.Accounts;
import dev.callboard.account.ledger.Ledger.Occasion;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Numbered per account without gaps, never changed: what was taken back gets a credit note. */
@ApplicationScoped
public class Invoices {
    @Schema(name = "InvoiceKind")
    enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /** @param credits number of the invoice that this credit note takes back */
    record Invoice(
            int number,
            Kind kind,
            @Nullable Integer credits,
            String text,
            long amountMinor,
            String currency,
            @Nullable UUID projectId,
            Instant issuedAt) {}

    private static final String COLUMNS = "number, kind, credits, text, amount_minor, currency, project_id, issued_at";

    @Inject
    Accounts accounts;

    @Inject
    Database database;

    /** With {@link Posting#INVOICE} or {@link Posting#CREDIT_NOTE} among the postings of one occasion. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void issueFor(Occasion occasion, List<Posting> postings) {
        if (postings.contains(Posting.INVOICE)) issue(occasion, Kind.INVOICE, "Opening of a project");
        if (postings.contains(Posting.CREDIT_NOTE)) issue(occasion, Kind.CREDIT_NOTE, "Opening of a project, refunded");
    }

    private void issue(Occasion occasion, Kind kind, String text) {
        var account = accounts.lock(occasion.accountId());
        database.update(
                """
                insert into invoice
                (account_id, number, kind, credits, saga_id, project_id, text, amount_minor, currency, issued_at)
                values (?, ?, ?, (select number from invoice where saga_id = ? and ? = 'CREDIT_NOTE'), ?, ?, ?, ?, ?, ?)
                """,
                occasion.accountId(),
                account.nextInvoice(),
                kind,
                occasion.sagaId(),
                kind,
                occasion.sagaId(),
                occasion.projectId(),
                text,
                occasion.amountMinor(),
                occasion.currency(),
                occasion.at());
    }

    /** @throws Problem NOT_FOUND */
    Invoice get(UUID accountId, int number) {
        return database.first(
                        "select " + COLUMNS + " from invoice where account_id = ? and number = ?",
                        Invoices::read,
                        accountId,
                        number)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("invoice"));
    }

    /** The latest first. */
    List<Invoice> of(UUID accountId, int before, int limit) {
        return database.list(
                "select " + COLUMNS + " from invoice where account_id = ? and number < ? order by number desc limit ?",
                Invoices::read,
                accountId,
                before,
                limit);
    }

    private static Invoice read(ResultSet row) throws SQLException {
        return new Invoice(
                row.getInt(1),
                Kind.valueOf(row.getString(2)),
                row.getObject(3, Integer.class),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
