package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.security.Claims;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.NorrskenLogo;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.Printing.Named;
import dev.callboard.report.run.Printing.Numbered;
import dev.callboard.report.run.Printing.Selected;
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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.id;
import static org.assertj.core.api.Assertions.assertThat;

/** A preview is no run, so nothing names its logo: it must be read before somebody takes it away. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class PreviewLogoTest {
    @Inject
    Database db;

    @Inject
    Previews previews;

    @Inject
    Templates templates;

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
        // of a size that no other test has: its template is not made yet
        var logo = Picture.of(NorrskenLogo.png(317, 61));
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "insert into logo (account_id, sha256, picture, present) values (?, ?, ?, true)",
                        norrsken.account,
                        logo.sha256(),
                        logo.file()));
    }

    @Test
    @ActivateRequestContext
    void nobody_takes_the_logo_away_before_a_previews_template_has_it() {
        evaAsks();
        var printing = new Watched<>(templates.printing(ReportKind.PAY_SLIPS));

        previews.drawn(printing, new Wanted(ReportKind.PAY_SLIPS, payRun, null, null, null), 1, norrsken.eva);

        assertThat(printing.couldBeTakenAway).containsExactly(false);
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

    /** Tries, whenever a template is made, whether a change of the logo would have to wait. */
    private final class Watched<T> implements Printing<T> {
        private final Printing<T> watched;
        private final List<Boolean> couldBeTakenAway = new ArrayList<>();

        private Watched(Printing<T> watched) {
            this.watched = watched;
        }

        @Override
        public Template<T> template(Language language, @Nullable Picture logo) {
            couldBeTakenAway.add(QuarkusTransaction.requiringNew().call(() -> db.first(
                            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                            row -> row.getBoolean(1),
                            "logo/" + norrsken.account)
                    .orElseThrow()));
            return watched.template(language, logo);
        }

        @Override
        public ReportKind kind() {
            return watched.kind();
        }

        @Override
        public Selected select(Wanted wanted, UUID runId) {
            return watched.select(wanted, runId);
        }

        @Override
        public List<Numbered<T>> load(ReportRun run, List<Integer> ordinals) {
            return watched.load(run, ordinals);
        }

        @Override
        public List<Named> names(ReportRun run, List<Integer> ordinals) {
            return watched.names(run, ordinals);
        }
    }
}
