package dev.callboard.account.invitation;

import dev.callboard.account.access.Access;
import dev.callboard.account.invitation.MemberResource.MemberView;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** Where the link of an invitation leads, and what its button posts to. */
@Path("/accounts/{accountId}/members/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members")
class AcceptanceResource {
    record Acceptance(@NotBlank @Size(max = 100) String token) {}

    private static final String PAGE = page();
    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    Invitations invitations;

    @Inject
    Access access;

    @Inject
    Caller caller;

    /** Open, for it says nothing: the token stays in the fragment until a person presses the button. */
    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getInvitationPage",
            summary = "The page behind the link of an invitation mail",
            extensions = @Extension(name = "x-consistency", value = "static"))
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "406", description = "It is a page, and nothing else")
    public Response page(@RestPath UUID accountId) {
        return Response.ok(PAGE, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "acceptInvitation",
            summary = "Makes the caller a member, by the token of her invitation",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The invitation was sent to another address")
    @APIResponse(responseCode = "410", description = "Expired, used or withdrawn")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response accept(@RestPath UUID accountId, @Valid @NotNull Acceptance acceptance) {
        var membership = invitations.accept(accountId, new InvitationToken(acceptance.token()), caller);
        var rights = access.rightsOf(accountId, caller.userId());
        var view = MemberView.of(membership, caller.userId(), rights);
        return Response.ok(view).tag(Etag.of(membership.version(), view)).build();
    }

    private static String page() {
        try (var in = Objects.requireNonNull(AcceptanceResource.class.getResourceAsStream("/invitation.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
