package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.report.payroll.payrun.Register.NumberedLine;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What the foot of a slip promises its reader: the rule and the time cards behind each line, as payroll sees them. */
@Path("/me/pay-slips/{id}/lines")
@Authenticated
@RunOnVirtualThread
@Tag(name = "pay-slips")
class OwnPayLinesResource {
    @Inject
    Caller caller;

    @Inject
    OwnPaySlips slips;

    @Inject
    Register register;

    /** A page in the contract. */
    record OwnPayLinePage(
            List<Register.Line> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listOwnPayLines",
            summary = "Every line of one of the caller's own pay slips with its rule and its sources",
            description = "In the order of the slip; sources are the time cards and hours rows behind a line",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "A page of lines",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnPayLinePage.class)))
    public Response list(@RestPath UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        var slip = slips.of(caller.email(), id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("pay slip"));
        var found = register.lines(slip, page.cursorNumber().orElse(0), page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), (NumberedLine last) -> String.valueOf(last.number()))
                        .map(NumberedLine::line));
    }
}
