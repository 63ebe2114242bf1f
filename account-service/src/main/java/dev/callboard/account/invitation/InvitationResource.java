package dev.callboard.account.invitation;

import dev.callboard.account.access.Access;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.kit.http.IfMatch.IF_MATCH;

/** For the owner: who was asked and has not answered. */
@Path("/accounts/{accountId}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members")
class InvitationResource {
    record InvitationView(
            UUID id,
            String email,
            Set<AccountRight> rights,
            Invitation.State state,
            Instant createdAt,
            Instant expiresAt,
            List<String> allowed) {
        static InvitationView of(Invitation invitation, boolean owner) {
            var withdrawable = owner && invitation.state == Invitation.State.PENDING;
            return new InvitationView(
                    invitation.id,
                    invitation.email,
                    invitation.rights,
                    invitation.state,
                    invitation.createdAt,
                    invitation.expiresAt,
                    withdrawable ? List.of("withdraw") : List.of());
        }
    }

    /** How a page of them looks on the wire. */
    record PendingPage(List<InvitationView> items, @Nullable String next) {}

    @Inject
    Invitations invitations;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "Pending invitations",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PendingPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, UriInfo uri) {
        access.require(accountId, caller, AccountRight.OWNER);
        var found = invitations.of(accountId, page.cursorId().orElse(null), page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), invitation -> invitation.id.toString())
                        .map(invitation -> InvitationView.of(invitation, true)));
    }

    @GET
    @Path("{invitationId}")
    @Operation(
            operationId = "getInvitation",
            summary = "One invitation",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Response get(@RestPath UUID accountId, @RestPath UUID invitationId) {
        access.require(accountId, caller, AccountRight.OWNER);
        var invitation = invitations.get(accountId, invitationId);
        var view = InvitationView.of(invitation, true);
        return Response.ok(view).tag(Etag.of(invitation.version, view)).build();
    }

    @DELETE
    @Path("{invitationId}")
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Withdraws an invitation: its link no longer works",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    public void withdraw(@RestPath UUID accountId, @RestPath UUID invitationId, @RestHeader(IF_MATCH) IfMatch ifMatch) {
        access.require(accountId, caller, AccountRight.OWNER);
        invitations.withdraw(accountId, invitationId, ifMatch, caller);
    }
}
