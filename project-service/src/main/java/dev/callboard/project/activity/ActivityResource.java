package dev.callboard.project.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.activity.Activity.Task;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@Path("/activities/{id}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "activity")
class ActivityResource {
    @Inject
    Activities activities;

    @Inject
    Conflicts conflicts;

    @Inject
    Scheduling scheduling;

    @Inject
    Tasks tasks;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record TaskList(List<Task> items, @Nullable String next) {}

    record NewTask(@NotBlank @Size(max = 300) String title) {}

    record TaskRequest(
            @NotBlank @Size(max = 300) String title,
            @NotNull Boolean done) {}

    @GET
    @Operation(
            operationId = "getActivity",
            summary = "One activity",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response get(@RestPath UUID id) {
        var activity = activities.load(id);
        return answer(activity, standing(activity).mustRead());
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeActivity",
            summary = "Change, move or finish an activity (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(
            responseCode = "409",
            description = "The number is taken, the unit is busy, the plan is locked, or the project is closed")
    @APIResponse(
            responseCode = "422",
            description = "In the past, at a time that the clock skips, or waiting for itself")
    public Response change(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = ActivityRequest.class) @NotNull JsonNode patch) {
        var activity = activities.load(id);
        var standing = standing(activity).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var request = patches.apply(asEntered(activity, patch), patch, ActivityRequest.class);
        return answer(scheduling.change(standing, id, ifMatch, request), standing);
    }

    @DELETE
    @Operation(
            operationId = "removeActivity",
            summary = "Take an activity off the plan; of a locked plan with a reason",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The plan is locked, or the project is closed")
    public Response remove(
            @RestPath UUID id,
            @RestQuery @Nullable @Size(max = 500) String reason,
            @RestHeader("If-Match") IfMatch ifMatch) {
        var standing = standing(activities.load(id)).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        scheduling.remove(standing, id, ifMatch, reason);
        return Response.noContent().build();
    }

    @GET
    @Path("tasks")
    @Operation(
            operationId = "listTasks",
            summary = "The tasks of an activity",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskList.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public TaskList tasks(@RestPath UUID id) {
        var activity = activities.load(id);
        standing(activity).mustRead();
        return new TaskList(List.copyOf(activity.tasks), null);
    }

    @POST
    @Path("tasks")
    @Idempotent
    @Operation(
            operationId = "addTask",
            summary = "Add a task to an activity",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator, planner nor head")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response addTask(@RestPath UUID id, @NotNull @Valid NewTask request) {
        var standing = mayTick(id);
        var activity = tasks.add(id, request.title());
        var view = view(activity, standing);
        var task = activity.tasks.getLast();
        return Response.created(URI.create("/api/v1/activities/%s/tasks/%s".formatted(id, task.id())))
                .entity(view)
                .tag(Etag.of(activity.version, view))
                .build();
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("tasks/{taskId}")
    @Operation(
            operationId = "changeTask",
            summary = "Rename a task or tick it off; If-Match is that of the activity. The last one proposes DONE only",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator, planner nor head")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response changeTask(
            @RestPath UUID id,
            @RestPath UUID taskId,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = TaskRequest.class) @NotNull JsonNode patch) {
        var standing = mayTick(id);
        var current = Tasks.find(activities.load(id), taskId);
        var request = patches.apply(new TaskRequest(current.title(), current.done()), patch, TaskRequest.class);
        return answer(tasks.change(id, ifMatch, new Task(taskId, request.title().strip(), request.done())), standing);
    }

    @DELETE
    @Path("tasks/{taskId}")
    @Operation(
            operationId = "removeTask",
            summary = "Remove a task; If-Match is that of the activity",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Neither coordinator, planner nor head")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response removeTask(@RestPath UUID id, @RestPath UUID taskId, @RestHeader("If-Match") IfMatch ifMatch) {
        mayTick(id);
        tasks.remove(id, ifMatch, taskId);
        return Response.noContent().build();
    }

    /** A working day that followed the date of the start follows it on, unless the patch names one. */
    private static ActivityRequest asEntered(Activity activity, JsonNode patch) {
        var current = ActivityRequest.of(activity);
        var follows = activity.workingDay.equals(activity.localStart.toLocalDate());
        return follows && patch.has("start") ? current.withoutWorkingDay() : current;
    }

    private Standing mayTick(UUID id) {
        return standing(activities.load(id))
                .mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER, ProjectRight.HEAD);
    }

    private Standing standing(Activity activity) {
        return rights.require(activity.projectId, caller, "activity");
    }

    private ActivityView view(Activity activity, Standing standing) {
        return ActivityView.of(activity, Conflicts.with(conflicts.of(activity.projectId), activity.id), standing);
    }

    private Response answer(Activity activity, Standing standing) {
        var view = view(activity, standing);
        return Response.ok(view).tag(Etag.of(activity.version, view)).build();
    }
}
