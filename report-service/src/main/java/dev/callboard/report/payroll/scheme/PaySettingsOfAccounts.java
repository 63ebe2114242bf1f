package dev.callboard.report.payroll.scheme;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.account.rights.AccountSummary;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.employee.Iban;
import dev.callboard.report.render.Characters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The pay settings of each account; before the first change those of a new account. */
@ApplicationScoped
public class PaySettingsOfAccounts {
    /** @param version 0 before the first change */
    public record Stored(PaySettings settings, long version) {}

    @Inject
    Database db;

    @Inject
    AccountRights accounts;

    @Inject
    PaySchemes schemes;

    public Stored of(UUID accountId) {
        return db.first(
                        "select settings, version from pay_settings where account_id = ?",
                        row -> new Stored(read(row.getString(1)), row.getLong(2)),
                        accountId)
                .orElseGet(() -> new Stored(
                        PaySettings.initial(accounts.account(accountId)
                                .map(AccountSummary::name)
                                .orElse("Employer")),
                        0));
    }

    /**
     * @throws dev.callboard.kit.problem.Problem PRECONDITION_FAILED, PAY_SCHEME_UNKNOWN, INVALID for an unknown zone, no
     *     IBAN, or a text that no document can show
     */
    @Transactional
    Stored change(UUID accountId, IfMatch ifMatch, UnaryOperator<PaySettings> change) {
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "pay-settings/" + accountId);
        var stored = of(accountId);
        ifMatch.mustBe(stored.version);
        var changed = change.apply(stored.settings);
        schemes.get(changed.scheme());
        zoneOf(changed);
        if (!changed.debtorIban().equals(stored.settings.debtorIban())) payFrom(changed.debtorIban());
        printable("employerName", stored.settings.employerName(), changed.employerName());
        printable("employerAddress", stored.settings.employerAddress(), changed.employerAddress());
        printable("organisationNo", stored.settings.organisationNo(), changed.organisationNo());
        printable("contact", stored.settings.contact(), changed.contact());
        db.update("""
                insert into pay_settings (account_id, settings, version) values (?, ?::jsonb, ?)
                on conflict (account_id) do update set settings = excluded.settings, version = excluded.version
                """, accountId, written(changed), stored.version + 1);
        return new Stored(changed, stored.version + 1);
    }

    /** Empty takes the account away. No message says what was entered: errors are logged. */
    private static void payFrom(String debtorIban) {
        if (!debtorIban.isEmpty() && !Iban.valid(Iban.plain(debtorIban)))
            throw CommonProblem.INVALID
                    .because("debtorIban: not an IBAN, or its check digits are wrong")
                    .field("debtorIban", null, "an IBAN with its check digits, ISO 13616");
    }

    /** What stood there before may stay until an approval asks: another field can be changed meanwhile. */
    private static void printable(String field, String stored, String text) {
        if (text.equals(stored)) return;
        Characters.withoutForm(text).ifPresent(character -> {
            var expected = "%s, and no U+%04X".formatted(Characters.EXPECTED, character);
            throw CommonProblem.INVALID
                    .because(field + ": “" + text + "” (expected: " + expected + ", which no document can show)")
                    .field(field, text, expected);
        });
    }

    private static void zoneOf(PaySettings settings) {
        try {
            ZoneId.of(settings.zone());
        } catch (DateTimeException unknown) {
            throw CommonProblem.INVALID
                    .because("zone: " + settings.zone() + " (expected: an IANA zone like Europe/Stockholm)")
                    .field("zone", settings.zone(), "an IANA zone like Europe/Stockholm");
        }
    }

    private static PaySettings read(String json) {
        try {
            return Json.tolerant().readValue(json, PaySettings.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(PaySettings settings) {
        try {
            return Json.strict().writeValueAsString(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
