package dev.callboard.report.run;

import dev.callboard.contracts.report.RenderTask;
import dev.callboard.contracts.report.RenderTask.RenderChunk;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes chunks for this instance. From the claim on the database knows who draws: Kafka may forget the task. */
@ApplicationScoped
class RenderTaskConsumer {
    @Inject
    Chunks chunks;

    @Incoming("render-tasks")
    @Consumer("render-tasks")
    void on(Envelope<RenderTask> delivery) {
        switch (delivery.event()) {
            case RenderChunk chunk -> chunks.claim(chunk.runId(), chunk.chunk());
        }
    }
}
