package dev.callboard.account.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.account.access.Access;
import dev.callboard.account.access.Membership;
import dev.callboard.account.access.Memberships;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.kit.http.IfMatch.IF_MATCH;
import static jakarta.ws.rs.core.Response.Status.CREATED;

@Path("/accounts/{accountId}/members")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members")
class MemberResource {
    record Inviting(
            @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty Set<@NotNull AccountRight> rights) {}

    /** What PATCH may change. */
    record Rights(@NotNull Set<@NotNull AccountRight> rights) {}

    record MemberView(
            UUID userId,
            @Nullable String email,
            @Nullable String name,
            Set<AccountRight> rights,
            Instant since,
            List<String> allowed) {
        static MemberView of(Membership membership, UUID callerId, Set<AccountRight> callerRights) {
            return new MemberView(
                    membership.userId(),
                    membership.email(),
                    membership.name(),
                    membership.rights(),
                    membership.since(),
                    allowed(membership, callerId, callerRights));
        }

        private static List<String> allowed(Membership membership, UUID callerId, Set<AccountRight> callerRights) {
            if (membership.isOwner()) return List.of();
            if (callerRights.contains(AccountRight.OWNER)) return List.of("change", "remove");
            return membership.userId().equals(callerId) ? List.of("remove") : List.of();
        }
    }

    /** How a page of them looks on the wire. */
    record MemberPage(List<MemberView> items, @Nullable String next) {}

    @Inject
    Invitations invitations;

    @Inject
    Members members;

    @Inject
    Memberships memberships;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    MergePatch mergePatch;

    @POST
    @Idempotent
    @Operation(
            operationId = "inviteMember",
            summary = "Invites a person by mail",
            description = "The address becomes a member when its owner accepts. Inviting tells nothing about her.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(responseCode = "409", description = "The address belongs to a member")
    @APIResponse(responseCode = "422", description = "OWNER cannot be granted")
    @APIResponse(
            responseCode = "201",
            description = "Invited",
            content = @Content(schema = @Schema(implementation = InvitationResource.InvitationView.class)))
    public Response invite(@RestPath UUID accountId, @Valid @NotNull Inviting inviting) {
        access.require(accountId, caller, AccountRight.OWNER);
        var invitation = invitations.invite(accountId, inviting.email(), inviting.rights(), caller);
        var view = InvitationResource.InvitationView.of(invitation, true);
        return Response.status(CREATED)
                .location(URI.create("/api/v1/accounts/" + accountId + "/invitations/" + invitation.id))
                .entity(view)
                .tag(Etag.of(invitation.version, view))
                .build();
    }

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "Who is a member, with which rights",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, UriInfo uri) {
        var rights = access.require(accountId, caller);
        var found = memberships.of(accountId, page.cursorId().orElse(null), page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), item -> item.userId().toString())
                        .map(member -> MemberView.of(member, caller.userId(), rights)));
    }

    @GET
    @Path("{userId}")
    @Operation(
            operationId = "getMember",
            summary = "One member",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response get(@RestPath UUID accountId, @RestPath UUID userId) {
        access.require(accountId, caller);
        return answer(memberships.member(accountId, userId).orElseThrow(() -> CommonProblem.NOT_FOUND.of("member")));
    }

    @PATCH
    @Path("{userId}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeMember",
            summary = "Sets the rights of a member",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(responseCode = "409", description = "The owner stays")
    @APIResponse(responseCode = "422", description = "OWNER cannot be granted")
    @RequestBody(content = @Content(schema = @Schema(implementation = Rights.class)))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response change(
            @RestPath UUID accountId,
            @RestPath UUID userId,
            @RestHeader(IF_MATCH) IfMatch ifMatch,
            @NotNull JsonNode patch) {
        access.require(accountId, caller, AccountRight.OWNER);
        var current = memberships.member(accountId, userId).orElseThrow(() -> CommonProblem.NOT_FOUND.of("member"));
        var wanted = mergePatch.apply(new Rights(current.rights()), patch, Rights.class);
        return answer(members.change(accountId, userId, ifMatch, wanted.rights(), caller));
    }

    @DELETE
    @Path("{userId}")
    @Operation(
            operationId = "removeMember",
            summary = "Removes a member; members may remove themselves",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(responseCode = "409", description = "The owner stays")
    public void remove(@RestPath UUID accountId, @RestPath UUID userId, @RestHeader(IF_MATCH) IfMatch ifMatch) {
        if (userId.equals(caller.userId())) access.require(accountId, caller);
        else access.require(accountId, caller, AccountRight.OWNER);
        members.remove(accountId, userId, ifMatch, caller);
    }

    private Response answer(Membership membership) {
        var rights = access.rightsOf(membership.accountId(), caller.userId());
        var view = MemberView.of(membership, caller.userId(), rights);
        return Response.ok(view).tag(Etag.of(membership.version(), view)).build();
    }
}
