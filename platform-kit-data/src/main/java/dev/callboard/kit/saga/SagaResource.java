package dev.callboard.kit.saga;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import static dev.callboard.kit.problem.CommonProblem.CONFLICT;
import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** Sagas with their steps, for the account's members that may see them and for the operator who puts them right. */
@Path("/sagas")
@Tag(name = "Sagas")
@Extension(name = "x-consistency", value = "primary")
@Authenticated
@RunOnVirtualThread
class SagaResource {
    @Inject
    SagaRows rows;

    @Inject
    Sagas sagas;

    @Inject
    SagaVisibility visibility;

    @Inject
    Caller caller;

    record SagaView(
            UUID id,
            String kind,
            UUID accountId,
            UUID subjectId,
            Status status,
            @Nullable String reason,
            String state,
            @Nullable Instant deadline,
            Instant startedAt,
            Instant changedAt,
            @Nullable JsonNode details,
            @Nullable List<StepView> steps,
            List<String> allowed) {
        static SagaView of(
                Saga saga, @Nullable JsonNode details, @Nullable List<StepView> steps, List<String> allowed) {
            return new SagaView(
                    saga.id(),
                    saga.kind(),
                    saga.accountId(),
                    saga.subjectId(),
                    saga.status(),
                    saga.reason(),
                    saga.stateType(),
                    saga.deadline(),
                    saga.startedAt(),
                    saga.changedAt(),
                    details,
                    steps,
                    allowed);
        }
    }

    record StepView(
            int no,
            Instant at,
            String reply,
            @Nullable String actor,
            String state,
            Status status,
            List<String> commands) {
        static StepView of(SagaStep step) {
            var commands = step.commands().stream().map(SagaStep.Command::name).toList();
            return new StepView(
                    step.no(), step.at(), step.reply(), step.actor(), step.state(), step.status(), commands);
        }
    }

    /** A page in the contract. */
    record SagaPage(List<SagaView> items, @Nullable String next) {}

    @GET
    @Operation(operationId = "listSagas", summary = "The sagas of this service, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of sagas, without their steps",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SagaPage.class)))
    @APIResponse(responseCode = "403", description = "Not an operator")
    public Response listSagas(
            @RestQuery @Nullable Status status, @BeanParam PageRequest page, @Context UriInfo address) {
        mustBeOperator();
        var before = page.cursorId().orElse(null);
        var found = rows.page(status, before, page.limit() + 1);
        var items = found.stream()
                .limit(page.limit())
                .map(saga -> SagaView.of(saga, null, null, allowed(saga)))
                .toList();
        var next = found.size() > page.limit() ? items.getLast().id().toString() : null;
        return Pages.response(address, new Page<>(items, next));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getSaga", summary = "Where a saga stands, and every step that it took")
    public SagaView getSaga(@RestPath UUID id) {
        var saga = rows.find(id)
                .filter(found -> caller.isOperator() || visibility.maySee(found.accountId(), caller))
                .orElseThrow(() -> NOT_FOUND.of("saga"));
        return view(saga);
    }

    @POST
    @Path("{id}/retry")
    @Transactional
    @Operation(operationId = "retrySaga", summary = "Ask again for what the saga waits for")
    @APIResponse(
            responseCode = "200",
            description = "The saga after it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "409", description = "The saga has ended")
    public SagaView retrySaga(@RestPath UUID id) {
        return act(id, sagas::retry);
    }

    @POST
    @Path("{id}/compensate")
    @Transactional
    @Operation(operationId = "compensateSaga", summary = "Undo what the saga has done")
    @APIResponse(
            responseCode = "200",
            description = "The saga after it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "409", description = "The saga has ended")
    public SagaView compensateSaga(@RestPath UUID id) {
        return act(id, sagas::compensate);
    }

    @POST
    @Path("{id}/accept")
    @Transactional
    @Operation(operationId = "acceptSaga", summary = "Take the saga for done as it is")
    @APIResponse(
            responseCode = "200",
            description = "The saga after it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SagaView.class)))
    @APIResponse(responseCode = "403", description = "Not an operator")
    @APIResponse(responseCode = "409", description = "The saga has ended")
    public SagaView acceptSaga(@RestPath UUID id) {
        return act(id, sagas::accept);
    }

    private SagaView act(UUID id, BiConsumer<Saga, String> action) {
        mustBeOperator();
        var saga = rows.lock(id).orElseThrow(() -> NOT_FOUND.of("saga"));
        if (allowed(saga).isEmpty()) throw CONFLICT.because("The saga has ended: " + saga.status());
        action.accept(saga, caller.userId().toString());
        return view(rows.find(id).orElseThrow());
    }

    private SagaView view(Saga saga) {
        var steps = rows.steps(saga.id()).stream().map(StepView::of).toList();
        return SagaView.of(saga, SagaJson.tree(saga.state()), steps, allowed(saga));
    }

    private List<String> allowed(Saga saga) {
        var open = saga.status() == Status.RUNNING || saga.status() == Status.PARKED;
        return open && caller.isOperator() ? List.of("retry", "compensate", "accept") : List.of();
    }

    private void mustBeOperator() {
        if (!caller.isOperator()) throw FORBIDDEN.because("Only an operator may do that");
    }
}
