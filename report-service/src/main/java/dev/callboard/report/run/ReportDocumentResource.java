package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.Template;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import java.util.Arrays;
import java.util.UUID;

/**
 * One document: the shared prefix and its own tail. Drawn once, its bytes never change, unless the account has them
 * encrypted on their way. It is revalidated each time: the right to see it may be withdrawn.
 */
@Path("/report-runs/{id}/items/{item}/document")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class ReportDocumentResource {
    private static final String PDF = Template.MEDIA_TYPE;

    @Inject
    CallersRuns mine;

    @Inject
    ReportItems items;

    @Inject
    DocumentPasswords passwords;

    @GET
    @Produces(PDF)
    @Operation(
            operationId = "getReport",
            summary = "One document, whole or, where it has no password, a range of it",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not drawn, or its password is not known")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "206",
            description = "A range of it",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "416", description = "The range is outside of it")
    public Response get(
            @RestPath UUID id,
            @RestPath int item,
            @RestHeader("Range") String range,
            @RestHeader("If-Range") String ifRange) {
        var run = mine.visible(id);

        var known = items.one(run, item).orElseThrow(() -> CommonProblem.NOT_FOUND.of("report"));
        if (known.state() == ReportItems.State.FAILED) throw RunProblem.REPORT_NOT_DRAWN.because(known.reason());
        if (known.state() == ReportItems.State.QUEUED) throw RunProblem.REPORT_NOT_DRAWN.because("It is still queued");

        var stored = items.stored(run, item).orElseThrow();
        var name = RunFiles.fileName(run, stored.subject(), item);
        var plain = items.document(stored);
        var answer = passwords.protect(run.accountId, run.kind)
                ? Response.ok(passwords.encrypted(run.accountId, stored.subject(), plain), PDF)
                        .header("Cache-Control", "private, no-store") // other bytes each time: no tag, no ranges
                : answer(plain, stored.sha256(), range, ifRange).header("Cache-Control", "private, no-cache");
        return answer.header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .build();
    }

    private static Response.ResponseBuilder answer(byte[] document, String tag, String range, String ifRange) {
        var wanted = ByteRange.wanted(range, ifRange, tag, document.length);
        if (wanted == null) return tagged(Response.ok(document, PDF), tag);
        if (wanted.outside())
            throw RunProblem.RANGE_OUTSIDE.because(range + " (expected: within " + document.length + " bytes)");

        var part = Arrays.copyOfRange(document, wanted.from(), wanted.to() + 1);
        return tagged(Response.status(Status.PARTIAL_CONTENT).entity(part).type(PDF), tag)
                .header("Content-Range", "bytes %d-%d/%d".formatted(wanted.from(), wanted.to(), document.length));
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, String tag) {
        return answer.tag(new EntityTag(tag)).header("Accept-Ranges", "bytes");
    }
}
