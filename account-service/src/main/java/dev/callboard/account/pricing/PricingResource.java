package dev.callboard.account.pricing;

import dev.callboard.account.access.Access;
import dev.callboard.account.fiscal.Accounts;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** What a member sees before she opens a project. */
@Path("/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Payments")
class PricingResource {
    /** @param amountMinor in minor units of the currency, without value added tax */
    record QuoteView(String item, long amountMinor, String currency) {}

    record QuotaView(String plan, int maxOpenProjects, int openProjects) {}

    @Inject
    Accounts accounts;

    @Inject
    Quote quote;

    @Inject
    Quota quota;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @GET
    @Path("quote")
    @Operation(
            operationId = "getQuote",
            summary = "What the opening of a project costs",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public QuoteView quote(@RestPath UUID accountId) {
        access.require(accountId, caller);
        var account = accounts.get(accountId);
        return new QuoteView("PROJECT_OPENING", quote.projectOpeningMinor(account), account.currency());
    }

    @GET
    @Path("quota")
    @Operation(
            operationId = "getQuota",
            summary = "How many projects may be open, and how many are",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public QuotaView quota(@RestPath UUID accountId) {
        access.require(accountId, caller);
        var account = accounts.get(accountId);
        return new QuotaView(account.plan(), quota.maxOpenProjects(account), quota.openProjects(accountId));
    }
}
