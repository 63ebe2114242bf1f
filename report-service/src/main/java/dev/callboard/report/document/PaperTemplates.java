package dev.callboard.report.document;

import dev.callboard.report.logo.Logos;
import dev.callboard.report.render.AccountStatement;
import dev.callboard.report.render.AccountStatementTemplate;
import dev.callboard.report.render.Invoice;
import dev.callboard.report.render.InvoiceTemplate;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Recent;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.BiFunction;

/** What draws an account's papers, with the logo that it has at the moment. */
@ApplicationScoped
class PaperTemplates {
    /** Of a kind: those without a logo are always among the last used. With one, each takes up to a megabyte. */
    private static final int KEPT = 8;

    /** @param logo its SHA-256; null: none */
    private record Key(Language language, @Nullable String logo) {}

    @Inject
    Logos logos;

    private final Recent<Key, Template<AccountStatement>> statements = new Recent<>(KEPT);
    private final Recent<Key, Template<Invoice>> invoices = new Recent<>(KEPT);

    Template<AccountStatement> statement(UUID accountId, Language language) {
        return kept(statements, AccountStatementTemplate::new, accountId, language);
    }

    Template<Invoice> invoice(UUID accountId, Language language) {
        return kept(invoices, InvoiceTemplate::new, accountId, language);
    }

    private <T> Template<T> kept(
            Recent<Key, Template<T>> recent,
            BiFunction<Language, @Nullable Picture, Template<T>> make,
            UUID accountId,
            Language language) {
        var logo = logos.of(accountId).orElse(null);
        var key = new Key(language, logo == null ? null : logo.sha256());
        return recent.get(key, _ -> make.apply(language, logo));
    }
}
