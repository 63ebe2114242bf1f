package dev.callboard.account.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.account.access.Access;
import dev.callboard.account.provider.PaymentProvider.Card;
import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;

import static dev.callboard.kit.http.IfMatch.IF_MATCH;
import static jakarta.ws.rs.core.Response.Status.CREATED;

@Path("/accounts/{accountId}/payment-methods")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Payments")
class PaymentMethodResource {
    /**
     * @param number 12 to 19 digits, spaces allowed; passed to the provider and not kept
     * @param expYear four digits
     * @param asDefault whether new projects are paid with it; so when left out
     */
    record Adding(
            @NotNull String number,
            @Min(1) @Max(12) int expMonth,
            @Min(2000) @Max(2100) int expYear,
            @NotNull String cvc,
            @Nullable @JsonProperty("default") Boolean asDefault) {
        /** Checked by hand: the framework's own check would repeat the number in its error. */
        Card card() {
            var digits = number.replace(" ", "");
            if (!digits.matches("[0-9]{12,19}"))
                throw CommonProblem.INVALID.of("card").field("number", null, "12 to 19 digits");
            if (!cvc.matches("[0-9]{3,4}"))
                throw CommonProblem.INVALID.of("card").field("cvc", null, "3 or 4 digits");
            return new Card(digits, expMonth, expYear, cvc);
        }

        /** Never in a log or an error. */
        @Override
        public String toString() {
            return "Adding";
        }
    }

    /** What PATCH may change: true makes it the default, false changes nothing. */
    record Use(@JsonProperty("default") boolean asDefault) {}

    record PaymentMethodView(
            UUID id,
            @Nullable String brand,
            String last4,
            int expMonth,
            int expYear,
            @JsonProperty("default") boolean isDefault,
            Instant createdAt,
            List<String> allowed) {
        static PaymentMethodView of(PaymentMethod method) {
            return new PaymentMethodView(
                    method.id,
                    method.brand,
                    method.last4,
                    method.expMonth,
                    method.expYear,
                    method.isDefault,
                    method.createdAt,
                    method.isDefault ? List.of("remove") : List.of("make-default", "remove"));
        }
    }

    /** How a page of them looks on the wire. */
    record PaymentMethodPage(
            List<PaymentMethodView> items, @Nullable String next) {}

    @Inject
    PaymentMethods methods;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    MergePatch mergePatch;

    /** Not by the kit's Idempotent: that would hold a transaction while the provider is asked. */
    @POST
    @Operation(
            operationId = "addPaymentMethod",
            summary = "Adds a card",
            description = "Only the provider's token, brand and last four digits are kept. Idempotent by its key.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(responseCode = "422", description = "The card was refused, or the key belongs to another card")
    @APIResponse(responseCode = "503", description = "The provider does not answer")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = PaymentMethodView.class)))
    public Response add(
            @RestPath UUID accountId,
            @RestHeader("Idempotency-Key") @Nullable @Size(max = 200) String requestKey,
            @Valid @NotNull Adding adding) {
        access.require(accountId, caller, AccountRight.BILLING);
        var asDefault = adding.asDefault() == null || adding.asDefault();
        var method = methods.add(accountId, requestKey, adding.card(), asDefault, caller);
        var view = PaymentMethodView.of(method);
        return Response.status(CREATED)
                .location(URI.create("/api/v1/accounts/" + accountId + "/payment-methods/" + method.id))
                .entity(view)
                .tag(Etag.of(method.version, view))
                .build();
    }

    @GET
    @Operation(
            operationId = "listPaymentMethods",
            summary = "The cards of the account",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PaymentMethodPage.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest page, UriInfo uri) {
        access.require(accountId, caller, AccountRight.BILLING);
        var found = methods.of(accountId, page.cursorId().orElse(null), page.limit() + 1);
        return Pages.response(
                uri, Page.of(found, page.limit(), item -> item.id().toString()).map(PaymentMethodView::of));
    }

    @GET
    @Path("{methodId}")
    @Operation(
            operationId = "getPaymentMethod",
            summary = "One card",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PaymentMethodView.class)))
    public Response get(@RestPath UUID accountId, @RestPath UUID methodId) {
        access.require(accountId, caller, AccountRight.BILLING);
        return answer(methods.get(accountId, methodId));
    }

    @PATCH
    @Path("{methodId}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changePaymentMethod",
            summary = "Makes a card the default",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @RequestBody(content = @Content(schema = @Schema(implementation = Use.class)))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PaymentMethodView.class)))
    public Response change(
            @RestPath UUID accountId,
            @RestPath UUID methodId,
            @RestHeader(IF_MATCH) IfMatch ifMatch,
            @NotNull JsonNode patch) {
        access.require(accountId, caller, AccountRight.BILLING);
        var current = methods.get(accountId, methodId);
        var use = mergePatch.apply(new Use(current.isDefault), patch, Use.class);
        return answer(methods.change(accountId, methodId, ifMatch, use.asDefault(), caller));
    }

    @DELETE
    @Path("{methodId}")
    @Operation(
            operationId = "removePaymentMethod",
            summary = "Forgets a card",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    public void remove(@RestPath UUID accountId, @RestPath UUID methodId, @RestHeader(IF_MATCH) IfMatch ifMatch) {
        access.require(accountId, caller, AccountRight.BILLING);
        methods.remove(accountId, methodId, ifMatch, caller);
    }

    private static Response answer(PaymentMethod method) {
        var view = PaymentMethodView.of(method);
        return Response.ok(view).tag(Etag.of(method.version, view)).build();
    }
}
