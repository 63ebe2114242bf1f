package dev.callboard.report.run;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.report.room.Share;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import static dev.callboard.report.room.Room.Use.FILES;

/** The reference workload: an image as a group of row tasks, joined when all are drawn. */
@Path("/renders")
@Authenticated
@RunOnVirtualThread
@Tag(name = "renders")
class RendersResource {
    private static final String PNG = "image/png";

    /** Pixels a side and repetitions a pixel: a few seconds of one core at most. */
    private static final int LARGEST = 2_048;

    private static final int MOST_ITERATIONS = 10_000;

    @Inject
    Caller caller;

    @Inject
    Renders renders;

    @Inject
    ReportRuns runs;

    @Inject
    RunFiles files;

    @Inject
    Share share;

    /** @param rowsPerTask how many rows a worker takes at a time; the image is the same with any */
    record NewRender(
            @NotNull @Pattern(regexp = "mandelbrot") String kind,
            @NotNull @Min(1) @Max(LARGEST) Integer width,
            @NotNull @Min(1) @Max(LARGEST) Integer height,
            @NotNull @Min(1) @Max(MOST_ITERATIONS) Integer iterations,
            @Nullable @Min(1) @Max(256) Integer rowsPerTask) {}

    record RenderView(
            UUID id,
            String kind,
            int width,
            int height,
            int iterations,
            ReportRun.State state,
            int tasks,
            int rows,
            int queued,
            int drawn,
            int failed,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static RenderView of(ReportRun run, Renders.Image image) {
            return new RenderView(
                    run.id,
                    run.kind.word(),
                    image.width(),
                    image.height(),
                    image.iterations(),
                    run.state,
                    run.chunks,
                    run.items,
                    run.queued(),
                    run.done,
                    run.failed,
                    run.createdAt,
                    run.startedAt,
                    run.finishedAt);
        }
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "startRender",
            summary = "Draw an image as a group of row tasks",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Too many of the caller's are still being drawn")
    @APIResponse(
            responseCode = "202",
            description = "Its progress is at Location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenderView.class)))
    public Response start(@Valid @NotNull NewRender request) {
        var image = new Renders.Image(request.width, request.height, request.iterations);
        var run = renders.start(image, request.rowsPerTask, caller.userId());
        return Response.accepted(RenderView.of(run, image))
                .location(URI.create("/api/v1/renders/" + run.id))
                .header("Retry-After", 1)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRender",
            summary = "An image and how much of it is drawn",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The image's state",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenderView.class)))
    public Response get(@RestPath UUID id) {
        var run = mine(id);
        var view = RenderView.of(run, renders.image(run.id));
        return Conditional.ok(Etag.of(run.version, view), view);
    }

    /** No If-Match, as for a report run: the version rises with every task. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "cancelRender",
            summary = "Cancel: the rows that are not drawn yet never are",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Cancelled")
    @APIResponse(responseCode = "409", description = "Finished")
    public Response cancel(@RestPath UUID id) {
        runs.cancel(mine(id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/image")
    @Produces(PNG)
    @Operation(
            operationId = "getImage",
            summary = "The rows joined, as PNG",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "409", description = "Not every row is drawn")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = @Content(mediaType = PNG, schema = @Schema(implementation = String.class)))
    public Response image(@RestPath UUID id) {
        var run = mine(id);
        run.mustBeFinished();
        if (run.done < run.items)
            throw RunProblem.REPORT_NOT_DRAWN.because("%d of %d rows are drawn".formatted(run.done, run.items));

        share.take(FILES, run.accountId, RunFiles.roomOfMerged(run));
        var prefixes = files.mergeable(run);
        StreamingOutput content = out -> files.writeMerged(run, prefixes, out);
        return Response.ok(content, PNG)
                .tag(new EntityTag(run.id + "-" + run.templateVersion))
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .build();
    }

    private ReportRun mine(UUID id) {
        return renders.of(id, caller.userId()).orElseThrow(() -> CommonProblem.NOT_FOUND.of("render"));
    }
}
