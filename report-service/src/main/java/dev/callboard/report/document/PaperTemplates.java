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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/** What draws an account's papers, with the logo that it has at the moment. */
@ApplicationScoped
class PaperTemplates {
    /** Of a kind, with a logo: each takes up to a megabyte. */
    private static final int KEPT = 8;

    /** @param logo its SHA-256 */
    private record Key(Language language, String logo) {}

    /** Those of a kind. */
    private static final class Kind<T> {
        final BiFunction<Language, @Nullable Picture, Template<T>> make;
        final ConcurrentMap<Language, Template<T>> plain = new ConcurrentHashMap<>();
        final Recent<Key, Template<T>> withLogo = new Recent<>(KEPT);

        Kind(BiFunction<Language, @Nullable Picture, Template<T>> make) {
            this.make = make;
        }

        Template<T> in(Language language, @Nullable Picture logo) {
            if (logo == null) return plain.computeIfAbsent(language, _ -> make.apply(language, null));
            return withLogo.get(new Key(language, logo.sha256()), _ -> make.apply(language, logo));
        }
    }

    @Inject
    Logos logos;

    private final Kind<AccountStatement> statements = new Kind<>(AccountStatementTemplate::new);
    private final Kind<Invoice> invoices = new Kind<>(InvoiceTemplate::new);

    Template<AccountStatement> statement(UUID accountId, Language language) {
        return statements.in(language, logos.of(accountId).orElse(null));
    }

    Template<Invoice> invoice(UUID accountId, Language language) {
        return invoices.in(language, logos.of(accountId).orElse(null));
    }
}
