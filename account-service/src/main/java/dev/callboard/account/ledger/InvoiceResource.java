package dev.callboard.account.ledger;

import dev.callboard.account.access.Access;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
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

@Path("/accounts/{accountId}/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Books")
class InvoiceResource {
    /** @param amountMinor in minor units, paid when it was issued; of a credit note: given back */
    record InvoiceView(
            int number,
            Invoices.Kind kind,
            @Nullable Integer credits,
            String text,
            long amountMinor,
            String currency,
            @Nullable UUID projectId,
            Instant issuedAt) {
        static InvoiceView of(Invoices.Invoice invoice) {
            return new InvoiceView(
                    invoice.number(),
                    invoice.kind(),
                    invoice.credits(),
                    invoice.text(),
                    invoice.amountMinor(),
                    invoice.currency(),
                    invoice.projectId(),
                    invoice.issuedAt());
        }
    }

    /** How a page of them looks on the wire. */
    record InvoicePage(List<InvoiceView> items, @Nullable String next) {}

    @Inject
    Invoices invoices;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listInvoices",
            summary = "Invoices and credit notes, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = InvoicePage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, UriInfo uri) {
        access.require(accountId, caller, AccountRight.BILLING);
        var found = invoices.of(accountId, page.cursorNumber().orElse(Integer.MAX_VALUE), page.limit() + 1);
        return Pages.response(
                uri,
                Page.of(found, page.limit(), invoice -> Integer.toString(invoice.number()))
                        .map(InvoiceView::of));
    }

    @GET
    @Path("{number}")
    @Operation(
            operationId = "getInvoice",
            summary = "One invoice or credit note",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    public InvoiceView get(@RestPath UUID accountId, @RestPath int number) {
        access.require(accountId, caller, AccountRight.BILLING);
        return InvoiceView.of(invoices.get(accountId, number));
    }
}
