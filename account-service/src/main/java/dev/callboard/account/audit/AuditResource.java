package dev.callboard.account.audit;

import dev.callboard.account.access.Access;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Books")
class AuditResource {
    /** @param actor user id; null: the platform itself */
    record AuditView(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String action,
            String subject,
            @Nullable String detail) {
        static AuditView of(AuditTrail.Entry entry) {
            return new AuditView(
                    entry.id(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail());
        }
    }

    /** How a page of them looks on the wire. */
    record AuditPage(List<AuditView> items, @Nullable String next) {}

    @Inject
    AuditTrail audit;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "Who changed what, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, UriInfo uri) {
        access.require(accountId, caller, AccountRight.OWNER);
        var found = audit.of(accountId, page.cursorId().orElse(Ids.LATEST), page.limit() + 1);
        return Pages.response(
                uri, Page.of(found, page.limit(), item -> item.id().toString()).map(AuditView::of));
    }
}
