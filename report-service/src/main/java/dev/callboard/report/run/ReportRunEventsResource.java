package dev.callboard.report.run;

import dev.callboard.kit.json.Json;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Proxies close what is silent. */
    private static final int LOOKS_OF_SILENCE = 75;

    @Inject
    Payroll payroll;

    @Inject
    ReportRuns runs;

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
        var run = read(id);
        if (run == null || !payroll.canUse(run.accountId)) throw CommonProblem.NOT_FOUND.of("report run");

        try (sink) {
            var seen = lastEventId;
            var silent = 0;
            while (!sink.isClosed()) {
                var version = Long.toString(run.version);
                if (!version.equals(seen)) {
                    send(sink, sse, version, run);
                    seen = version;
                    silent = 0;
                } else if (++silent % LOOKS_OF_SILENCE == 0) {
                    sink.send(sse.newEventBuilder().comment("still here").build());
                }
                if (run.state.finished()) return;
                Thread.sleep(LOOK);
                run = read(id);
            }
        } catch (InterruptedException | ExecutionException | java.io.IOException gone) {
            LOG.debugf("nobody watches report run %s any more", id);
        }
    }

    private void send(SseEventSink sink, Sse sse, String version, ReportRun run)
            throws InterruptedException, ExecutionException, java.io.IOException {
        var data = Json.strict().writeValueAsString(ReportRunView.of(run, clock.instant()));
        sink.send(sse.newEventBuilder()
                        .id(version)
                        .name(run.state.finished() ? "finished" : "progress")
                        .data(data)
                        .build())
                .toCompletableFuture()
                .get();
    }

    private ReportRun read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> runs.findById(id));
    }
}
