package dev.callboard.kit.messaging;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** What this service could not take, for the operator. Replay follows once the cause is gone. No part of its contract. */
@Path("/dead-letters")
@Authenticated
@RunOnVirtualThread
class DeadLetterResource {
    @Inject
    DeadLetters deadLetters;

    @Inject
    Replays replays;

    @Inject
    Caller caller;

    /** @param cause absent of an event that only follows an earlier one of its key */
    record DeadLetterView(
            UUID id,
            String consumer,
            String key,
            UUID eventId,
            String topic,
            @Nullable String type,
            Instant time,
            String payload,
            @Nullable String cause,
            int attempts,
            Instant arrivedAt) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id(),
                    letter.consumer(),
                    letter.key(),
                    letter.eventId(),
                    letter.topic(),
                    letter.type(),
                    letter.eventTime(),
                    new String(letter.payload(), StandardCharsets.UTF_8),
                    letter.cause(),
                    letter.attempts(),
                    letter.arrivedAt());
        }
    }

    /** @param cause why it stopped before the end; absent when nothing is left */
    record ReplayView(int replayed, int remaining, @Nullable String cause) {}

    @GET
    @Operation(hidden = true)
    public Response list(@BeanParam PageRequest page, @Context UriInfo address) {
        mustBeOperator();
        var after = page.cursorId().orElse(null);
        var found = deadLetters.page(after, page.limit() + 1);
        var items = found.stream().limit(page.limit()).map(DeadLetterView::of).toList();
        var next = found.size() > page.limit() ? items.getLast().id().toString() : null;
        return Pages.response(address, new Page<>(items, next));
    }

    /** Of this letter's consumer and key, all in order, the oldest first. */
    @POST
    @Operation(hidden = true)
    @Path("{id}/replay")
    public ReplayView replay(@RestPath UUID id) {
        mustBeOperator();
        var letter = deadLetters.find(id).orElseThrow(() -> NOT_FOUND.of("dead letter"));
        var replay = replays.ofKey(letter.consumer(), letter.key());
        return new ReplayView(replay.replayed(), replay.remaining(), replay.cause());
    }

    private void mustBeOperator() {
        if (!caller.isOperator()) throw FORBIDDEN.because("Only an operator may do that");
    }
}
