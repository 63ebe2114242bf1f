package dev.callboard.report.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.json.Json;
import dev.callboard.report.document.AccountPapers.Entry;
import dev.callboard.report.render.AccountStatement;
import dev.callboard.report.render.AccountStatement.Line;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AccountPapersTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2027-11-01T08:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private JsonNode before = json("{\"owedMinor\":0,\"heldMinor\":0}");

    /** As account-service tells it: the amount goes from credit to debit. */
    private void entry(String at, String kind, String debit, String credit) {
        entries.add(0, Entry.of(json("""
                {"id":"%03d","at":"%s","kind":"%s","debit":"%s","credit":"%s","amountMinor":249000,"projectId":"p1"}
                """.formatted(entries.size(), at, kind, debit, credit))));
    }

    private void opened(String day) {
        entry(day + "T09:00:00Z", "HOLD", "AUTHORISED", "HELD");
        entry(day + "T09:00:01Z", "INVOICE", "RECEIVABLE", "REVENUE");
        entry(day + "T09:00:02Z", "CAPTURE", "PROVIDER", "RECEIVABLE");
        entry(day + "T09:00:02Z", "RELEASE", "HELD", "AUTHORISED");
    }

    @Test
    void what_was_invoiced_and_taken_is_paid_and_no_longer_owed_or_held() {
        opened("2027-10-04");

        var statement = statement("2027-10-01", "2027-10-31");

        assertThat(statement.charged()).isEqualTo(249_000);
        assertThat(statement.closing()).isZero();
        assertThat(statement.held()).isZero();
        assertThat(statement.lines())
                .extracting(line -> line.kind().name(), Line::owed, Line::balance, Line::text)
                .containsExactly(
                        tuple("HOLD", 0L, 0L, "The Salt Road"),
                        tuple("INVOICE", 249_000L, 249_000L, "The Salt Road"),
                        tuple("CAPTURE", -249_000L, 0L, "The Salt Road"),
                        tuple("RELEASE", 0L, 0L, "The Salt Road"));
    }

    @Test
    void what_was_owed_and_held_before_is_where_it_begins_and_entries_of_other_days_are_not_in_it() {
        before = json("{\"owedMinor\":249000,\"heldMinor\":249000}");
        entry("2027-09-30T09:00:00Z", "INVOICE", "RECEIVABLE", "REVENUE");
        entry("2027-10-02T09:00:00Z", "CAPTURE", "PROVIDER", "RECEIVABLE");
        entry("2027-10-02T09:00:00Z", "RELEASE", "HELD", "AUTHORISED");
        entry("2027-11-01T07:00:00Z", "HOLD", "AUTHORISED", "HELD");

        var statement = statement("2027-10-01", "2027-10-31");

        assertThat(statement.opening()).isEqualTo(249_000);
        assertThat(statement.lines()).hasSize(2);
        assertThat(statement.closing()).isZero();
        assertThat(statement.held()).isZero();
    }

    @Test
    void a_period_without_entries_closes_as_it_opened() {
        before = json("{\"owedMinor\":249000,\"heldMinor\":0}");

        var statement = statement("2027-10-01", "2027-10-31");

        assertThat(statement.opening()).isEqualTo(249_000).isEqualTo(statement.closing());
        assertThat(statement.lines()).isEmpty();
    }

    private AccountStatement statement(String from, String to) {
        var account = json("""
                {"name":"Norrsken Produktion AB","currency":"SEK","createdAt":"2027-09-01T08:00:00Z"}
                """);
        return AccountPapers.statement(
                account,
                before,
                entries,
                Map.of("p1", "The Salt Road"),
                LocalDate.parse(from),
                LocalDate.parse(to),
                NOW);
    }

    private static JsonNode json(String text) {
        try {
            return Json.tolerant().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
