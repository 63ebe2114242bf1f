package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.security.Claims;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.NorrskenLogo;
import dev.callboard.report.render.Picture;
import dev.callboard.report.run.Previews.Preview;
import dev.callboard.report.run.Printing.Wanted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.id;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** When a logo is looked at: of a preview before somebody takes it away, of a run when that is begun. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class PreviewLogoTest {
    @Inject
    Database db;

    @Inject
    Previews previews;

    @Inject
    CurrentIdentityAssociation identities;

    private Norrsken norrsken;
    private UUID payRun;

    @BeforeEach
    void bo_is_paid_by_an_account_with_a_logo() {
        norrsken = new Norrsken(db);
        norrsken.employees(hourly("1", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("1,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var run = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(run);
        payRun = id(run);
        hasLogo(317);
    }

    /** @param width that no other test has: it is not decoded yet */
    private void hasLogo(int width) {
        var logo = Picture.of(NorrskenLogo.png(width, 61));
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "insert into logo (account_id, sha256, picture, present) values (?, ?, ?, true)",
                        norrsken.account,
                        logo.sha256(),
                        logo.file()));
    }

    @Test
    @ActivateRequestContext
    void a_logo_is_decoded_behind_the_previews_transaction_and_may_be_taken_away_then() {
        evaAsks();
        var inTransaction = new ArrayList<Boolean>();
        Preview preview;
        try (var _ = Decoding.watched(() -> {
            inTransaction.add(QuarkusTransaction.isActive());
            takeTheLogoAway();
        })) {
            preview = previews.of(new Wanted(ReportKind.PAY_SLIPS, payRun, null, null, null, null), 1, norrsken.eva);
        }

        assertThat(inTransaction).containsExactly(false);
        assertThat(new String(preview.document(), ISO_8859_1)).contains("/Subtype/Image/Width 317/Height 61");
        assertThat(db.first("select 1 from logo where account_id = ?", _ -> 1, norrsken.account))
                .isEmpty();
    }

    @Test
    void a_run_is_begun_before_its_logo_is_decoded() {
        QuarkusTransaction.requiringNew()
                .run(() -> db.update("delete from logo where account_id = ?", norrsken.account));
        hasLogo(319);
        var inTransaction = new ConcurrentLinkedQueue<Boolean>();
        try (var _ = Decoding.watched(() -> inTransaction.add(QuarkusTransaction.isActive()))) {
            var run = norrsken.printed("/api/v1/pay-runs/" + payRun);

            assertThat(norrsken.asEva()
                            .get(run + "/document")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray())
                    .asString(ISO_8859_1)
                    .contains("/Subtype/Image/Width 319/Height 61");
            assertThat(db.first(
                            "select template_version from report_run where id = ?", row -> row.getString(1), id(run)))
                    .get()
                    .asString()
                    .matches("pay-slip/\\d+-en-[0-9a-f]{16}");
        }
        assertThat(inTransaction).isNotEmpty().doesNotContain(true);
    }

    /** From another connection, which would wait for ever for a preview that waits for this. */
    private void takeTheLogoAway() {
        QuarkusTransaction.requiringNew().run(() -> {
            var free = db.first(
                            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                            row -> row.getBoolean(1),
                            "logo/" + norrsken.account)
                    .orElseThrow();
            if (free) db.update("delete from logo where account_id = ?", norrsken.account);
        });
    }

    /** As a request of hers would have it. */
    private void evaAsks() {
        var claims = new Claims(
                norrsken.eva,
                UUID.randomUUID(),
                "eva@norrsken.example",
                "Eva Strand",
                "en",
                "Europe/Stockholm",
                Set.of(),
                Instant.MAX);
        identities.setIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(claims.name()))
                .addAttribute("callboard.claims", claims)
                .build());
    }

    /** Sees when a PNG begins to be decoded; the JDK's own reader does it. */
    private static final class Decoding extends ImageReaderSpi implements AutoCloseable {
        private final ImageReaderSpi jdks;
        private final Runnable seen;

        private Decoding(ImageReaderSpi jdks, Runnable seen) {
            super(
                    "Norrsken",
                    "1",
                    new String[] {"png"},
                    null,
                    null,
                    jdks.getPluginClassName(),
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
            this.jdks = jdks;
            this.seen = seen;
        }

        static Decoding watched(Runnable seen) {
            var jdks = ImageIO.getImageReadersByFormatName("png").next().getOriginatingProvider();
            var decoding = new Decoding(jdks, seen);
            var registry = IIORegistry.getDefaultInstance();
            registry.registerServiceProvider(decoding, ImageReaderSpi.class);
            registry.setOrdering(ImageReaderSpi.class, decoding, jdks);
            return decoding;
        }

        @Override
        public ImageReader createReaderInstance(@Nullable Object extension) throws IOException {
            seen.run();
            return jdks.createReaderInstance(extension);
        }

        @Override
        public boolean canDecodeInput(Object source) throws IOException {
            return jdks.canDecodeInput(source);
        }

        @Override
        public String getDescription(Locale locale) {
            return jdks.getDescription(locale);
        }

        @Override
        public void close() {
            IIORegistry.getDefaultInstance().deregisterServiceProvider(this, ImageReaderSpi.class);
        }
    }
}
