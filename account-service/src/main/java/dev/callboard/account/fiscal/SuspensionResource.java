package dev.callboard.account.fiscal;

import dev.callboard.account.access.Access;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

import static dev.callboard.kit.http.IfMatch.IF_MATCH;

/** For operators. New projects, publications of new days and new pay runs wait; what is published goes on. */
@Path("/accounts/{accountId}/suspension")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Accounts")
class SuspensionResource {
    record Suspension(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    Accounts accounts;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @Operation(
            operationId = "suspendAccount",
            summary = "Suspends the account (operators)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is no operator")
    @APIResponse(responseCode = "204", description = "Suspended, now or before")
    public Response suspend(@RestPath UUID accountId, @Valid @NotNull Suspension suspension) {
        access.requireOperator(accountId, caller);
        accounts.suspend(accountId, suspension.reason(), caller);
        return Response.noContent().build();
    }

    @DELETE
    @Operation(
            operationId = "reinstateAccount",
            summary = "Ends the suspension (operators)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Reinstated, now or before")
    @APIResponse(responseCode = "403", description = "The caller is no operator")
    public void reinstate(@RestPath UUID accountId, @RestHeader(IF_MATCH) IfMatch ifMatch) {
        access.requireOperator(accountId, caller);
        accounts.reinstate(accountId, ifMatch, caller);
    }
}
