package dev.callboard.contracts.report;

import java.util.UUID;

/** Work for the render workers. Topic report-tasks; each task goes to one worker, and is done once whatever is repeated. */
public sealed interface RenderTask {
    UUID runId();

    /** @param chunk number of the chunk in its run, from 0 */
    record RenderChunk(UUID runId, int chunk) implements RenderTask {}
}
