package dev.callboard.report.run;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.render.Language;
import dev.callboard.report.run.Printing.Wanted;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static java.util.stream.Collectors.toSet;

@Path("/report-runs")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class ReportRunsResource {
    @Inject
    Payroll payroll;

    @Inject
    AccountRights accounts;

    @Inject
    ReportRuns runs;

    @Inject
    WaitingChunks waiting;

    @Inject
    InstantSource clock;

    /** A page in the contract. */
    record ReportRunPage(
            List<ReportRunView> items, @Nullable String next) {}

    @POST
    @RoomFirst
    @Idempotent
    @Operation(
            operationId = "startReportRun",
            summary = "Print documents of one kind: of an approved pay run, or of an account and year",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "409",
            description =
                    "The pay run is not approved, there is nothing to print, or no document can show the employer's name,"
                            + " address or contact")
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "404", description = "There is no such account")
    @APIResponse(
            responseCode = "422",
            description = "There is no such pay run, or it has nothing for one of the employees")
    @APIResponse(
            responseCode = "202",
            description = "Its progress is at Location, as a page or as events",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportRunView.class)))
    public Response start(@Valid @NotNull NewReportRun request) {
        payroll.mustBeFresh();
        return accepted(runs.print(request.wanted(), payroll.userId()), clock);
    }

    @GET
    @Operation(
            operationId = "listReportRuns",
            summary = "The report runs that the caller may see, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of report runs",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportRunPage.class)))
    public Response list(@RestQuery ReportRun.State state, @BeanParam PageRequest page, @Context UriInfo uri) {
        var mine = accounts.accountsOf(payroll.userId()).stream()
                .filter(payroll::canUse)
                .collect(toSet());
        var found = runs.page(mine, state, page.cursorId().orElse(null), page.limit() + 1);
        var waits = waiting.of(found);
        var now = clock.instant();
        var shown = Page.of(found, page.limit(), (ReportRun last) -> last.id.toString());
        return Pages.response(uri, shown.map(run -> ReportRunView.of(run, waits.get(run.id), now)));
    }

    static Response accepted(ReportRun run, InstantSource clock) {
        var location = URI.create("/api/v1/report-runs/" + run.id);
        return Response.accepted(ReportRunView.of(run, null, clock.instant()))
                .location(location)
                .link(location, "monitor")
                .link(location + "/events", "events")
                .header("Retry-After", 1)
                .build();
    }

    /**
     * @param payRun that is printed, for kinds of a pay run
     * @param locale of the documents; without it the account's, see its pay scheme
     * @param employees whose documents alone are printed, by number, for kinds that have one for each; without it everybody's
     * @param account and year that are reported, for kinds of a year
     */
    record NewReportRun(
            @NotNull @Pattern(regexp = ReportKind.WORDS) String kind,
            @Nullable UUID payRun,
            @Nullable UUID account,
            @Nullable @Min(1990) @Max(2199) Integer year,
            @Nullable @Pattern(regexp = Language.TAGS) String locale,
            @Nullable @Size(min = 1, max = 1_000) List<@NotBlank @Size(max = 32) String> employees,
            @NotNull ReportRun.Format format) {
        /** As {@link ReportKind#writesDown}, also of what is not valid: room is taken before that is known. */
        boolean writesDown() {
            return kind != null
                    && kind.matches(ReportKind.WORDS)
                    && ReportKind.of(kind).writesDown();
        }

        Wanted wanted() {
            var language = locale == null ? null : Language.of(locale).orElseThrow();
            return new Wanted(ReportKind.of(kind), payRun, account, year, language, employees);
        }
    }
}
