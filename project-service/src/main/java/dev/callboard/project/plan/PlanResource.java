package dev.callboard.project.plan;

import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.activity.Conflicts;
import dev.callboard.project.activity.DoubleBooking;
import dev.callboard.project.plan.PlanVersions.PlanVersion;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.ProjectState;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/plan")
@Authenticated
@RunOnVirtualThread
@Tag(name = "plan")
class PlanResource {
    @Inject
    Plans plans;

    @Inject
    PlanVersions versions;

    @Inject
    Activities activities;

    @Inject
    Conflicts conflicts;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /** @param reason needed while the plan is locked */
    record PublicationRequest(@Nullable @Size(max = 500) String reason) {}

    /**
     * @param number of the version that was published last, 0 before the first
     * @param draftChanges edits since then
     * @param conflicts that keep it from being published, but for those with a reason
     * @param activities as they stand for whoever plans, as they were published for the others
     */
    record PlanView(
            UUID projectId,
            PlanState state,
            int number,
            long draftChanges,
            List<DoubleBooking> conflicts,
            List<ActivitySummary> activities,
            long version,
            List<String> allowed) {}

    record VersionView(
            UUID projectId,
            int number,
            @Nullable Instant publishedAt,
            @Nullable String reason,
            List<ActivitySummary> activities,
            List<String> allowed) {}

    record ChangesView(UUID projectId, int number, int since, PlanDifference difference, List<String> allowed) {}

    @GET
    @Operation(
            operationId = "getPlan",
            summary = "The plan: as it stands, to whoever plans; as it was published last, to the others",
            extensions =
                    @Extension(name = "x-consistency", value = "cached, at most 5 s behind; as it stands: primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response get(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller).mustRead();
        return answer(plans.load(projectId), standing);
    }

    @POST
    @Path("publication")
    @Idempotent
    @Operation(
            operationId = "publishPlan",
            summary = "Publish the plan as its next version; nobody is called by this",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(
            responseCode = "409",
            description = "Nothing to publish, an exclusive location is booked twice, or the project is not open")
    public Response publish(
            @RestPath UUID projectId,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Nullable @Valid PublicationRequest request) {
        var standing = rights.require(projectId, caller)
                .mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER)
                .mustBeOpen();
        var reason =
                request == null || request.reason() == null || request.reason().isBlank()
                        ? null
                        : request.reason().strip();
        return answer(plans.publish(standing, ifMatch, reason, caller), standing);
    }

    @POST
    @Path("lock")
    @Idempotent
    @Operation(
            operationId = "lockPlan",
            summary = "Lock the plan: changes only by a coordinator with a reason",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "409", description = "Not published, or the project is closed")
    public Response lock(@RestPath UUID projectId, @RestHeader("If-Match") IfMatch ifMatch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR);
        return answer(plans.lock(projectId, ifMatch), standing);
    }

    @DELETE
    @Path("lock")
    @Operation(
            operationId = "unlockPlan",
            summary = "Unlock the plan",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response unlock(@RestPath UUID projectId, @RestHeader("If-Match") IfMatch ifMatch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR);
        return answer(plans.unlock(projectId, ifMatch), standing);
    }

    @GET
    @Path("versions/{number}")
    @Operation(
            operationId = "getPlanVersion",
            summary = "A version of the plan as it was published; it never changes",
            extensions = @Extension(name = "x-consistency", value = "immutable"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response version(@RestPath UUID projectId, @RestPath int number) {
        rights.require(projectId, caller).mustRead();
        var version = find(projectId, number);
        return immutable(
                number,
                new VersionView(
                        projectId, number, version.publishedAt(), version.reason(), version.activities(), List.of()));
    }

    @GET
    @Path("versions/{number}/changes")
    @Operation(
            operationId = "getPlanChanges",
            summary = "What a version changed against the one before",
            extensions = @Extension(name = "x-consistency", value = "immutable"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChangesView.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response changes(@RestPath UUID projectId, @RestPath int number) {
        rights.require(projectId, caller).mustRead();
        var after = find(projectId, number);
        var before = number == 1 ? PlanVersion.NONE : find(projectId, number - 1);
        var difference = PlanDifference.between(before.activities(), after.activities());
        return immutable(number, new ChangesView(projectId, number, number - 1, difference, List.of()));
    }

    private PlanVersion find(UUID projectId, int number) {
        return versions.find(projectId, number)
                .filter(version -> version.number() > 0)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("plan version"));
    }

    private static Response immutable(int number, Object view) {
        return Response.ok(view)
                .tag(Etag.of(number, view))
                .header("Cache-Control", "private, max-age=300") // the version stays, the right to see it may not
                .build();
    }

    private Response answer(Plan plan, Standing standing) {
        var drafting = standing.plans();
        var view = new PlanView(
                plan.projectId,
                plan.state,
                plan.number,
                plan.draftChanges,
                drafting ? conflicts.of(plan.projectId) : List.of(),
                drafting ? activities.of(plan.projectId) : versions.published(plan.projectId),
                plan.version,
                allowed(plan, standing));
        return Response.ok(view)
                .tag(Etag.of(plan.version, view))
                .header("Cache-Control", plan.state == PlanState.DRAFT ? "no-store" : "private, no-cache")
                .build();
    }

    private static List<String> allowed(Plan plan, Standing standing) {
        var allowed = new ArrayList<String>();
        var coordinates = standing.isAny(ProjectRight.COORDINATOR);
        var locked = plan.state == PlanState.LOCKED;
        if (standing.plans() && (coordinates || !locked)) allowed.add("change");
        if (standing.plans()
                && standing.project().state() == ProjectState.OPEN
                && (plan.number == 0 || plan.draftChanges > 0)
                && (coordinates || !locked)) allowed.add("publish");
        if (coordinates && plan.state == PlanState.PUBLISHED) allowed.add("lock");
        if (coordinates && locked) allowed.add("unlock");
        return List.copyOf(allowed);
    }
}
