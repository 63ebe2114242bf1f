package dev.callboard.project.board;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer.Reason;
import dev.callboard.project.call.Answering;
import dev.callboard.project.call.Answering.Said;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Channel;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** One call: read, answered, attended. A stranger's call is an unknown one. */
@Path("/calls/{id}")
@Tag(name = "Calls")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class CallResource {
    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    Answering answering;

    @Inject
    Attending attending;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @Inject
    InstantSource clock;

    /**
     * @param channel TELEPHONE when somebody answers for the called person; without it the caller answers for herself
     * @param claimedAt when a phone without network was tapped
     */
    public record Acknowledgement(
            @Nullable Channel channel, @Nullable Instant claimedAt) {}

    public record Decline(
            @NotNull Reason reason,
            @Nullable @Size(max = 200) String note,
            @Nullable Channel channel,
            @Nullable Instant claimedAt) {}

    /** @param at null: now */
    public record Noted(@Nullable Instant at) {}

    public record Withdrawal(@Nullable @Size(max = 200) String reason) {}

    @GET
    @Operation(operationId = "getCall", summary = "A call with every step that was taken")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    public Response get(@RestPath UUID id) {
        var call = calls.get(id);
        var view = CallView.of(
                call,
                crew.find(call.belongs().crewEntryId()).orElse(null),
                reader(call),
                calls.steps(id),
                clock.instant());
        return Conditional.ok(Etag.of(call.version(), view), view);
    }

    @POST
    @Path("acknowledgement")
    @Idempotent
    @Operation(operationId = "acknowledgeCall", summary = "I'll be there, or they said so on the telephone")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "403", description = "Neither the called person nor who runs the department")
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn")
    public Response acknowledge(@RestPath UUID id, @Nullable @Valid Acknowledgement said) {
        var standing = reader(calls.get(id));
        var channel = said == null ? null : said.channel;
        return answered(id, standing, new Said.Yes(), channel, said == null ? null : said.claimedAt);
    }

    @POST
    @Path("decline")
    @Idempotent
    @Operation(operationId = "declineCall", summary = "I can't, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "400", description = "No reason")
    @APIResponse(responseCode = "403", description = "Neither the called person nor who runs the department")
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn")
    public Response decline(@RestPath UUID id, @NotNull @Valid Decline said) {
        var standing = reader(calls.get(id));
        return answered(id, standing, new Said.No(said.reason, said.note), said.channel, said.claimedAt);
    }

    @POST
    @Path("arrival")
    @Idempotent
    @Operation(operationId = "noteArrival", summary = "They are here")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Already wrapped, replaced or withdrawn")
    @APIResponse(responseCode = "403", description = "Does not run the department")
    public Response arrival(@RestPath UUID id, @Nullable @Valid Noted noted) {
        var standing = leader(id);
        return shown(attending.arrived(id, noted == null ? null : noted.at, somebody(standing, id)), standing);
    }

    @POST
    @Path("wrap")
    @Idempotent
    @Operation(operationId = "noteWrap", summary = "They have finished; the time card is opened")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Not arrived, replaced or withdrawn")
    @APIResponse(responseCode = "403", description = "Does not run the department")
    public Response wrap(@RestPath UUID id, @Nullable @Valid Noted noted) {
        var standing = leader(id);
        return shown(attending.wrapped(id, noted == null ? null : noted.at, somebody(standing, id)), standing);
    }

    @POST
    @Path("no-show")
    @Idempotent
    @Operation(operationId = "noteNoShow", summary = "They did not come")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Arrived, replaced or withdrawn")
    @APIResponse(responseCode = "403", description = "Does not run the department")
    public Response noShow(@RestPath UUID id) {
        var standing = leader(id);
        return shown(attending.missed(id, somebody(standing, id)), standing);
    }

    @POST
    @Path("resend")
    @Idempotent
    @Operation(operationId = "resendCall", summary = "Send the mail once more")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public Response resend(@RestPath UUID id) {
        var standing = reader(calls.get(id)).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        return shown(attending.resend(id, somebody(standing, id)), standing);
    }

    @POST
    @Path("withdrawal")
    @Idempotent
    @Operation(operationId = "withdrawCall", summary = "They need not come, and are told so")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", description = "No such call")
    @APIResponse(
            responseCode = "409",
            description = "Replaced or withdrawn before, the person has come, or the call is over")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public Response withdraw(@RestPath UUID id, @Nullable @Valid Withdrawal withdrawal) {
        var standing = reader(calls.get(id)).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var reason = withdrawal == null ? null : withdrawal.reason;
        return shown(attending.withdraw(id, reason, somebody(standing, id)), standing);
    }

    private Response answered(
            UUID id, Standing standing, Said said, @Nullable Channel channel, @Nullable Instant claimedAt) {
        var call = calls.get(id);
        boolean self = standing.isSelf(call.belongs().crewEntryId());
        if (!self && !standing.leads(call.belongs().departmentId())) throw FORBIDDEN.of("call");
        var by = channel == null ? Channel.APP : channel;
        var actor = new Actor(self && by == Channel.APP ? Actor.Kind.SELF : Actor.Kind.FOR_THEM, caller.userId());
        // A claimed time is for the own tap: nobody back-dates an answer of somebody else.
        var claimed = actor.kind() == Actor.Kind.SELF ? claimedAt : null;
        return shown(answering.answer(id, said, by, actor, claimed), standing);
    }

    private Actor somebody(Standing standing, UUID id) {
        boolean self = standing.isSelf(calls.get(id).belongs().crewEntryId());
        return new Actor(self ? Actor.Kind.SELF : Actor.Kind.FOR_THEM, caller.userId());
    }

    private Standing leader(UUID id) {
        var call = calls.get(id);
        var standing = reader(call);
        if (!standing.leads(call.belongs().departmentId())) throw FORBIDDEN.of("call");
        return standing;
    }

    /** Crew see their own calls, heads those of their department, readers of the project all. */
    private Standing reader(Call call) {
        var belongs = call.belongs();
        var standing = rights.require(belongs.projectId(), caller, "call");
        if (!standing.isSelf(belongs.crewEntryId())
                && !standing.leads(belongs.departmentId())
                && !ProjectCallsResource.readsAll(standing)) throw NOT_FOUND.of("call");
        return standing;
    }

    private Response shown(Call call, Standing standing) {
        var view = CallView.of(call, crew.find(call.belongs().crewEntryId()).orElse(null), standing, clock.instant());
        return Response.ok(view).tag(Etag.of(call.version(), view)).build();
    }
}
