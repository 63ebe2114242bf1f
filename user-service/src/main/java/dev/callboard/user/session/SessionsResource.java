package dev.callboard.user.session;

import dev.callboard.kit.security.Caller;
import dev.callboard.user.session.Sessions.Tokens;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Path("/sessions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Signing in, staying in, signing out. With Redis away these answer 503.")
class SessionsResource {
    record SignIn(
            @NotNull @Size(max = 254) String email, @NotNull String password) {
        @Override
        public String toString() {
            return "SignIn"; // no password in a log
        }
    }

    record Refresh(@NotNull String refreshToken) {
        @Override
        public String toString() {
            return "Refresh";
        }
    }

    /** @param current the session of this very request */
    record SessionView(
            UUID id, String client, Instant openedAt, Instant usedAt, boolean current, List<String> allowed) {
        static SessionView of(Session session, UUID current) {
            return new SessionView(
                    session.id(),
                    session.client(),
                    session.openedAt(),
                    session.usedAt(),
                    session.id().equals(current),
                    List.of("end"));
        }
    }

    record SessionsView(List<SessionView> items, @Nullable String next) {}

    private static final int LONGEST_CLIENT_NAME = 200;

    @Inject
    Sessions sessions;

    @Inject
    Caller caller;

    @Inject
    HttpServerRequest request;

    @POST
    @PermitAll
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description = "The access token is good for five minutes, the refresh token once.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The next pair of tokens",
            content = @Content(schema = @Schema(implementation = Tokens.class)))
    @APIResponse(responseCode = "401", description = "The address or the password is not right")
    @APIResponse(responseCode = "429", description = "Too many attempts to sign in")
    @APIResponse(responseCode = "503", description = "Redis is away, or too many sign in at this moment")
    @SecurityRequirements
    public Response signIn(@Valid @NotNull SignIn signIn, @RestHeader("User-Agent") @Nullable String userAgent) {
        var tokens = sessions.signIn(
                signIn.email(), signIn.password(), request.remoteAddress().hostAddress(), clientName(userAgent));
        return answer(tokens);
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Operation(
            operationId = "refreshSession",
            summary = "Exchange the refresh token for the next pair",
            description = "A token that comes back a second time ends the session on all sides.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The next pair of tokens",
            content = @Content(schema = @Schema(implementation = Tokens.class)))
    @APIResponse(responseCode = "401", description = "This session has ended")
    @APIResponse(responseCode = "503", description = "Redis is away")
    @SecurityRequirements
    public Response refresh(@Valid @NotNull Refresh refresh) {
        return answer(sessions.refresh(refresh.refreshToken()));
    }

    @GET
    @Operation(
            operationId = "listSessions",
            summary = "Where the caller is signed in",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public SessionsView list() {
        var current = caller.sessionId();
        var items = sessions.of(caller.userId()).stream()
                .map(session -> SessionView.of(session, current))
                .toList();
        return new SessionsView(items, null);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endSession",
            summary = "Sign out one device",
            description = "Takes no If-Match: a session has no versions.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Signed out")
    public void end(@RestPath UUID id) {
        sessions.end(id, caller.userId());
    }

    @DELETE
    @Path("current")
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "The refresh token is void at once, the access token within two seconds. Safe to repeat.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Signed out")
    public void signOut() {
        sessions.signOut(caller.sessionId());
    }

    private static Response answer(Tokens tokens) {
        return Response.ok(tokens).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static String clientName(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) return "unnamed";
        return userAgent.substring(0, Math.min(userAgent.length(), LONGEST_CLIENT_NAME));
    }
}
