package dev.callboard.report.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.AccountStatement;
import dev.callboard.report.render.AccountStatement.Customer;
import dev.callboard.report.render.AccountStatement.Kind;
import dev.callboard.report.render.AccountStatement.Line;
import dev.callboard.report.render.Invoice;
import dev.callboard.report.render.Invoice.Seller;
import dev.callboard.report.room.Share;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.report.room.Room.Use.PAPERS;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Statement and invoices of an account, put together from what account-service tells the caller. Days are those of UTC. */
@ApplicationScoped
class AccountPapers {
    /** Who sells the platform: a fact of the deployment. */
    @ConfigMapping(prefix = "callboard.seller")
    interface Configuration {
        @WithDefault("Callboard")
        String name();

        /** Lines as they stand on an invoice. */
        Optional<String> address();

        Optional<String> vatNumber();
    }

    /** MiB of a statement: 50,000 entries of the ledger, and what is drawn of them. */
    private static final int ROOM_OF_STATEMENT = 24;

    private static final int ROOM_OF_INVOICE = 2;

    @Inject
    Question question;

    @Inject
    Share share;

    @Inject
    Configuration seller;

    @Inject
    InstantSource clock;

    /**
     * @param from null: since the account was opened
     * @param to last day; null: today
     * @throws dev.callboard.kit.problem.Problem INVALID where the period ends before it begins; UNAVAILABLE without room
     */
    AccountStatement statement(UUID accountId, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null) mustNotEndBefore(from, to);
        share.take(PAPERS, ROOM_OF_STATEMENT);
        var path = "/accounts/" + accountId;
        var account = question.ofAccounts(path).json();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var first = from == null ? at(account.get("createdAt")).toLocalDate() : from;
        var last = to == null ? now.toLocalDate() : to;
        var before =
                question.ofAccounts(path + "/balance?before=" + written(first)).json();
        // an instance of before days could be asked for tells of all of them
        if (!before.path("before").asText().equals(first.toString()))
            throw CommonProblem.UNAVAILABLE.because("The account's books are being updated; try again");
        var entries = new ArrayList<Entry>();
        question.each(
                question::ofAccounts,
                path + "/ledger?from=" + written(first) + "&to=" + written(last),
                entry -> entries.add(Entry.of(entry)));
        return statement(account, before, entries, projects(accountId), first, last, now);
    }

    /** Of one in the ledger, what a statement needs. @param receivable what it adds to that book, as are the two others */
    record Entry(
            OffsetDateTime at,
            String id,
            Kind kind,
            String projectId,
            long amount,
            long receivable,
            long authorised,
            long provider) {
        static Entry of(JsonNode entry) {
            return new Entry(
                    AccountPapers.at(entry),
                    entry.get("id").asText(),
                    Kind.valueOf(entry.get("kind").asText()),
                    entry.path("projectId").asText(),
                    entry.get("amountMinor").asLong(),
                    effect(entry, "RECEIVABLE"),
                    effect(entry, "AUTHORISED"),
                    effect(entry, "PROVIDER"));
        }
    }

    /**
     * @param before what the books added up to before the first day
     * @param entries of the ledger, in any order; those of other days are left out
     * @param names of projects by id
     */
    static AccountStatement statement(
            JsonNode account,
            JsonNode before,
            List<Entry> entries,
            Map<String, String> names,
            LocalDate first,
            LocalDate last,
            OffsetDateTime now) {
        var inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id));
        long opening = before.get("owedMinor").asLong();
        long owed = opening;
        long held = before.get("heldMinor").asLong();
        long charged = 0;
        var lines = new ArrayList<Line>();
        for (var entry : inOrder) {
            var date = entry.at.toLocalDate();
            if (date.isBefore(first) || date.isAfter(last)) continue;
            owed += entry.receivable;
            held += entry.authorised;
            charged += entry.provider;
            lines.add(new Line(
                    entry.at,
                    entry.kind,
                    names.getOrDefault(entry.projectId, ""),
                    entry.amount,
                    entry.receivable,
                    owed));
        }
        var currency = account.get("currency").asText();
        return new AccountStatement(
                customer(account),
                first,
                last,
                now,
                currency,
                Currency.getInstance(currency).getDefaultFractionDigits(),
                opening,
                lines,
                charged,
                owed,
                held);
    }

    private static void mustNotEndBefore(LocalDate first, LocalDate last) {
        if (!last.isBefore(first)) return;
        throw CommonProblem.INVALID
                .because("from: " + first + ", to: " + last + " (expected: from not after to)")
                .field("from", first, "not after " + last)
                .field("to", last, "not before " + first);
    }

    /** A year of five digits has a sign, which is a blank in a query. */
    private static String written(LocalDate day) {
        return URLEncoder.encode(day.toString(), UTF_8);
    }

    /** What an entry adds to a book: debits less credits. */
    private static long effect(JsonNode entry, String book) {
        long amount = entry.get("amountMinor").asLong();
        if (entry.get("debit").asText().equals(book)) return amount;
        return entry.get("credit").asText().equals(book) ? -amount : 0;
    }

    /** @throws dev.callboard.kit.problem.Problem UNAVAILABLE without room for it */
    Invoice invoice(UUID accountId, int number) {
        share.take(PAPERS, ROOM_OF_INVOICE);
        var path = "/accounts/" + accountId;
        var account = question.ofAccounts(path).json();
        var invoice = question.ofAccounts(path + "/invoices/" + number).json();
        var currency = invoice.get("currency").asText();
        return new Invoice(
                number,
                invoice.hasNonNull("credits") ? invoice.get("credits").asInt() : null,
                new Seller(
                        seller.name(),
                        seller.address().orElse(""),
                        seller.vatNumber().orElse("")),
                customer(account),
                at(invoice.get("issuedAt")).toLocalDate(),
                invoice.get("text").asText(),
                projects(accountId).get(invoice.path("projectId").asText()),
                currency,
                Currency.getInstance(currency).getDefaultFractionDigits(),
                invoice.get("amountMinor").asLong());
    }

    private Map<String, String> projects(UUID accountId) {
        var names = new HashMap<String, String>();
        question.each(
                question::ofProjects,
                "/accounts/" + accountId + "/projects",
                project -> names.put(
                        project.get("id").asText(), project.get("name").asText()));
        return names;
    }

    private static Customer customer(JsonNode account) {
        return new Customer(
                account.get("name").asText(),
                account.path("address").asText(null),
                account.path("vatNumber").asText(null));
    }

    private static OffsetDateTime at(JsonNode entryOrTime) {
        var time = entryOrTime.isTextual() ? entryOrTime : entryOrTime.get("at");
        return Instant.parse(time.asText()).atOffset(ZoneOffset.UTC);
    }
}
