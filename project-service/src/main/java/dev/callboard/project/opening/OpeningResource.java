package dev.callboard.project.opening;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.PhasePlan;
import dev.callboard.project.project.ProjectRequest;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.ProjectView;
import dev.callboard.project.project.Projects;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

@Path("/projects")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class OpeningResource {
    private static final int SECONDS_TO_WAIT = 1;

    @Inject
    Openings openings;

    @Inject
    Projects projects;

    @Inject
    AccountRights accounts;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param accountId that owns the project and pays for it
     * @param zone IANA, in which its days are named
     */
    record NewProject(
            @NotNull UUID accountId,

            @Schema(examples = "The Salt Road") @NotBlank @Size(max = 200)
            String name,

            @Nullable @Size(max = 2000) String goal,

            @Schema(examples = "Europe/Stockholm") @NotNull @Size(max = 50)
            String zone,

            @Nullable @Size(max = 4) List<@NotNull PhasePlan> phases) {
        ProjectRequest project() {
            return new ProjectRequest(name, goal, zone, phases);
        }
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openProject",
            summary = "Open a project: its account is asked to pay; until then, and if it cannot, it may be worked on",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "202",
            description = "OPENING; the saga at Link rel=monitor says when it is OPEN or REFUSED",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", description = "A member of the account who neither owns it nor plans for it")
    @APIResponse(responseCode = "404", description = "No such account")
    @APIResponse(responseCode = "409", description = "The account is suspended")
    public Response open(@NotNull @Valid NewProject request) {
        accounts.require(request.accountId(), caller, AccountRight.OWNER, AccountRight.PLANNER);
        return accepted(openings.begin(request.accountId(), request.project(), caller));
    }

    @POST
    @Path("{projectId}/opening")
    @Idempotent
    @Operation(
            operationId = "openProjectAgain",
            summary = "Try again to open a project that was refused",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "202",
            description = "OPENING",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "Not refused, or the account is suspended")
    public Response openAgain(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        openings.beginAgain(projectId, standing.project().accountId());
        return accepted(projectId);
    }

    private Response accepted(UUID projectId) {
        var view = projects.view(rights.require(projectId, caller));
        return Response.accepted(view)
                .header("Location", "/api/v1/projects/" + projectId)
                .header("Link", "</api/v1/sagas/%s>; rel=\"monitor\"".formatted(view.opening()))
                .header("Retry-After", SECONDS_TO_WAIT)
                .tag(Etag.of(view.version(), view))
                .build();
    }
}
