package dev.callboard.user.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Path("/me")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "What the caller has told about herself.")
class MeResource {
    record MeView(
            UUID id,
            String email,
            String name,
            String locale,
            String zone,
            @Nullable String phone,
            User.State state,
            Set<String> roles,
            List<String> allowed) {
        static MeView of(User user, Set<String> roles) {
            return new MeView(
                    user.id,
                    user.email,
                    user.name,
                    user.locale,
                    user.zone,
                    user.phone,
                    user.state,
                    roles,
                    user.state == User.State.ACTIVE ? List.of("update", "export") : List.of("export"));
        }
    }

    /** Everything that this service keeps about her, but her password. */
    record Export(
            MeView user,
            Instant registeredAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant passwordChangedAt) {}

    @Inject
    Profiles profiles;

    @Inject
    Operators operators;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "getMe",
            summary = "The caller's own profile",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The profile as it stands",
            content = @Content(schema = @Schema(implementation = MeView.class)))
    public Response me() {
        return answer(profiles.get(caller.userId()));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "updateMe",
            summary = "Change name, locale, zone or phone",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The profile as it stands",
            content = @Content(schema = @Schema(implementation = MeView.class)))
    public Response update(
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = Profile.class)))
                    JsonNode patch) {
        return answer(profiles.update(caller.userId(), ifMatch, patch));
    }

    @GET
    @Path("export")
    @Operation(
            operationId = "exportMe",
            summary = "Everything that is kept about the caller here",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public Export export() {
        var user = profiles.get(caller.userId());
        return new Export(view(user), user.registeredAt, user.verifiedAt, user.passwordFrom);
    }

    private Response answer(User user) {
        var view = view(user);
        return Response.ok(view)
                .tag(Etag.of(user.version, view))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private MeView view(User user) {
        return MeView.of(user, operators.rolesOf(user));
    }
}
