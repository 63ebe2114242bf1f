package dev.callboard.project.project;

import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who may do what in the project, apart from the members of its account. */
@Path("/projects/{projectId}/members")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class MembersResource {
    @Inject
    Members members;

    @Inject
    Departments departments;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param email verified, she comes with this right; whether a user has it is not told
     * @param right CREW comes with a claimed crew entry and is not given here
     * @param departmentId of a HEAD
     * @param until last day of a GUEST, in the project's zone
     */
    record MemberRequest(
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull ProjectRight right,
            @Nullable UUID departmentId,
            @Nullable LocalDate until) {}

    record MemberView(
            UUID id,
            String email,
            ProjectRight right,
            @Nullable UUID departmentId,
            @Nullable LocalDate until) {
        static MemberView of(Members.Member member) {
            return new MemberView(member.id(), member.email(), member.right(), member.departmentId(), member.until());
        }
    }

    record MemberList(List<MemberView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "Who was given a right in the project",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberList.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public MemberList list(@RestPath UUID projectId) {
        rights.require(projectId, caller).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        return new MemberList(members.of(projectId).stream().map(MemberView::of).toList(), null);
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addMember",
            summary = "Give a right in the project to whoever has this address verified",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response add(@RestPath UUID projectId, @NotNull @Valid MemberRequest request) {
        rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR);
        if (request.right() == ProjectRight.CREW)
            throw CommonProblem.INVALID
                    .of("right")
                    .field("right", request.right(), "COORDINATOR, PLANNER, HEAD or GUEST; crew claim their entries");
        if ((request.right() == ProjectRight.HEAD) != (request.departmentId() != null))
            throw CommonProblem.INVALID
                    .of("departmentId")
                    .field("departmentId", request.departmentId(), "the department of a HEAD, and only of one");
        if (request.right() == ProjectRight.GUEST && request.until() == null)
            throw CommonProblem.INVALID.of("until").field("until", null, "the last day of a GUEST");
        if (request.departmentId() != null) departments.load(projectId, request.departmentId());

        var id =
                members.add(projectId, null, request.email(), request.right(), request.departmentId(), request.until());
        return Response.created(URI.create("/api/v1/projects/%s/members/%s".formatted(projectId, id)))
                .entity(new MemberView(id, request.email(), request.right(), request.departmentId(), request.until()))
                .build();
    }

    /** A right has no version: taking it twice takes it once, so no If-Match. */
    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(
            operationId = "removeMember",
            summary = "Take a right away",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    public Response remove(@RestPath UUID projectId, @RestPath UUID id) {
        rights.require(projectId, caller).must(ProjectRight.COORDINATOR);
        if (!members.remove(projectId, id)) throw CommonProblem.NOT_FOUND.of("member");
        return Response.noContent().build();
    }
}
