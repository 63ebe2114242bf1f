package dev.callboard.project.summoning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import dev.callboard.project.summoning.RoleCalls.Asked;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which roles an activity calls, how many of each, and how long before it starts. */
@Path("/projects/{projectId}/summoning-plan/role-calls")
@Tag(name = "Summoning")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class RoleCallsResource {
    @Inject
    RoleCalls roleCalls;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param callOffsetMinutes before the activity starts; none: the day's general call, else an hour
     * @param leadMinutes before the call an answer is wanted; none: 1200
     */
    public record RoleCallRequest(
            @NotNull UUID activityId,
            @NotBlank @Size(max = 80) String role,
            @Min(1) @Max(1000) int count,
            @Nullable @Min(0) @Max(1440) Integer callOffsetMinutes,
            @Nullable @Min(0) @Max(20160) Integer leadMinutes) {
        Asked asked() {
            return new Asked(activityId, role, count, callOffsetMinutes, leadMinutes);
        }
    }

    /** What can be changed afterwards; another role or activity is another role call. */
    public record RoleCallChange(
            @Min(1) @Max(1000) int count,
            @Nullable @Min(0) @Max(1440) Integer callOffsetMinutes,
            @Nullable @Min(0) @Max(20160) Integer leadMinutes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoleCallView(
            UUID id,
            UUID activityId,
            String role,
            int count,
            @Nullable Integer callOffsetMinutes,
            @Nullable Integer leadMinutes,
            RoleCall.State state,
            long version,
            List<String> allowed) {
        static RoleCallView of(RoleCall roleCall, Standing standing) {
            return new RoleCallView(
                    roleCall.id,
                    roleCall.activityId,
                    roleCall.role,
                    roleCall.count,
                    roleCall.callOffsetMinutes,
                    roleCall.leadMinutes,
                    roleCall.state,
                    roleCall.version,
                    standing.plans() ? List.of("edit", "delete") : List.of());
        }
    }

    record RoleCallList(List<RoleCallView> items) {}

    @GET
    @Operation(operationId = "listRoleCalls", summary = "Every role call of the plan; STALE ones want a look")
    @APIResponse(responseCode = "200", description = "All role calls")
    @APIResponse(responseCode = "404", description = "No such project")
    public RoleCallList list(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        return new RoleCallList(roleCalls.of(projectId).stream()
                .map(roleCall -> RoleCallView.of(roleCall, standing))
                .toList());
    }

    @POST
    @Idempotent
    @Operation(operationId = "addRoleCall", summary = "Call so many of a role for an activity")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleCallView.class)))
    @APIResponse(responseCode = "400", description = "No such activity or role in this project")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "409", description = "The activity calls this role already")
    public Response add(@RestPath UUID projectId, @NotNull @Valid RoleCallRequest request) {
        var standing = planner(projectId);
        var added = roleCalls.add(standing.project(), request.asked());
        var view = RoleCallView.of(added, standing);
        return Response.created(URI.create("/api/v1/projects/" + projectId + "/summoning-plan/role-calls/" + added.id))
                .tag(Etag.of(added.version, view))
                .entity(view)
                .build();
    }

    @POST
    @Path("from-activities")
    @Idempotent
    @Operation(
            operationId = "deriveRoleCalls",
            summary = "Add what the activities' role requirements ask for and nobody calls yet")
    @APIResponse(
            responseCode = "200",
            description = "Those that were added",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleCallList.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response derive(@RestPath UUID projectId) {
        var standing = planner(projectId);
        var added = roleCalls.derive(standing.project()).stream()
                .map(roleCall -> RoleCallView.of(roleCall, standing))
                .toList();
        return Response.ok(Map.of("items", added)).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getRoleCall", summary = "One role call")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleCallView.class)))
    @APIResponse(responseCode = "404", description = "No such project or role call")
    public Response get(@RestPath UUID projectId, @RestPath UUID id) {
        var standing = rights.require(projectId, caller);
        var roleCall = roleCalls.get(projectId, id);
        var view = RoleCallView.of(roleCall, standing);
        return Conditional.ok(Etag.of(roleCall.version, view), view);
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeRoleCall", summary = "Another count, offset or lead")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleCallView.class)))
    @APIResponse(responseCode = "400", description = "A value out of range, or an unknown field")
    @APIResponse(responseCode = "404", description = "No such project or role call")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @NotNull @Schema(implementation = RoleCallChange.class) JsonNode patch) {
        var standing = planner(projectId);
        var now = roleCalls.get(projectId, id);
        var change = patches.apply(
                new RoleCallChange(now.count, now.callOffsetMinutes, now.leadMinutes), patch, RoleCallChange.class);
        var changed = roleCalls.change(
                projectId,
                id,
                ifMatch,
                new Asked(now.activityId, now.role, change.count, change.callOffsetMinutes, change.leadMinutes));
        var view = RoleCallView.of(changed, standing);
        return Response.ok(view).tag(Etag.of(changed.version, view)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteRoleCall", summary = "Call this role no longer; told at the next publication")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "No such project or role call")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public void delete(@RestPath UUID projectId, @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch) {
        planner(projectId);
        roleCalls.remove(projectId, id, ifMatch);
    }

    private Standing planner(UUID projectId) {
        return rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
    }
}
