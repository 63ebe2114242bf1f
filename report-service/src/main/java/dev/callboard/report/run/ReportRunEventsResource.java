package dev.callboard.report.run;

import dev.callboard.kit.json.Json;
import dev.callboard.kit.security.Caller;
import dev.callboard.report.payroll.Payroll;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Progress as server-sent events: one whenever the run changed, named by its version, the last one when it finished.
 * Each event is the whole state, so that nothing is missed by who comes back with Last-Event-ID: he gets the newest.
 */
@Path("/report-runs/{id}/events")
@Authenticated
@RunOnVirtualThread
@Tag(name = "report-runs")
class ReportRunEventsResource {
    private static final Logger LOG = Logger.getLogger(ReportRunEventsResource.class);

    /** Proxies close what is silent. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    @Inject
    Payroll payroll;

    @Inject
    Caller caller;

    @Inject
    CallersRuns mine;

    @Inject
    WatchedRuns watched;

    @Inject
    WaitingChunks waiting;

    @Inject
    InstantSource clock;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchReportRun",
            summary = "Progress of a run as server-sent events until it is finished",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "An event whenever the run changed",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = String.class)))
    public void watch(
            @RestPath UUID id,
            @RestHeader("Last-Event-ID") String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var run = mine.visible(id);

        try (sink;
                var watch = watched.watch(run)) {
            var seen = lastEventId;
            // the right may be withdrawn, and the token run out, while somebody watches
            while (!sink.isClosed() && payroll.canUse(run.accountId) && isSignedIn()) {
                var version = Long.toString(run.version);
                if (version.equals(seen)) {
                    sink.send(sse.newEventBuilder().comment("still here").build());
                } else {
                    send(sink, sse, version, run);
                    seen = version;
                }
                if (run.state.finished()) return;
                run = watch.changed(run.version, SILENCE);
            }
        } catch (InterruptedException | ExecutionException | IOException gone) {
            LOG.debugf("nobody watches report run %s any more", id);
        }
    }

    private boolean isSignedIn() {
        return caller.claims().expiresAt().isAfter(clock.instant());
    }

    private void send(SseEventSink sink, Sse sse, String version, ReportRun run)
            throws InterruptedException, ExecutionException, IOException {
        var data = Json.strict().writeValueAsString(ReportRunView.of(run, waiting.of(run), clock.instant()));
        sink.send(sse.newEventBuilder()
                        .id(version)
                        .name(run.state.finished() ? "finished" : "progress")
                        .data(data)
                        .build())
                .toCompletableFuture()
                .get();
    }
}
