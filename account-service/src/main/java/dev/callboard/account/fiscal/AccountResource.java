package dev.callboard.account.fiscal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.account.access.Access;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.callboard.kit.http.IfMatch.IF_MATCH;
import static jakarta.ws.rs.core.Response.Status.CREATED;

@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Accounts")
class AccountResource {
    /** @param currency ISO 4217 code, for good */
    record Opening(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(min = 3, max = 3) String currency,
            @Nullable @Size(max = 20) String vatNumber,
            @Nullable @Size(max = 500) String address) {}

    /** What PATCH may change. */
    record Details(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 20) String vatNumber,
            @Nullable @Size(max = 500) String address) {
        static Details of(Account account) {
            return new Details(account.name, account.vatNumber, account.address);
        }
    }

    record NewOwner(@NotNull UUID userId) {}

    record AccountView(
            UUID id,
            String name,
            String currency,
            @Nullable String vatNumber,
            @Nullable String address,
            String plan,
            UUID ownerUserId,
            Account.State state,
            @Nullable String suspensionReason,
            Instant createdAt,
            List<String> allowed) {
        static AccountView of(Account account, Set<AccountRight> rights, boolean operator) {
            return new AccountView(
                    account.id,
                    account.name,
                    account.currency,
                    account.vatNumber,
                    account.address,
                    account.plan,
                    account.ownerUserId,
                    account.state,
                    account.suspensionReason,
                    account.createdAt,
                    allowed(account, rights, operator));
        }

        private static List<String> allowed(Account account, Set<AccountRight> rights, boolean operator) {
            var allowed = new ArrayList<String>();
            if (rights.contains(AccountRight.OWNER)) allowed.addAll(List.of("change", "give", "invite"));
            if (rights.contains(AccountRight.BILLING)) allowed.add("add-payment-method");
            if (rights.contains(AccountRight.PLANNER) && !account.isSuspended()) allowed.add("open-project");
            if (operator) allowed.add(account.isSuspended() ? "reinstate" : "suspend");
            return allowed;
        }
    }

    /**
     * The caller's own rights, for services that have not heard of the account yet.
     *
     * @param stateSince when {@code suspended} last changed, or the opening
     * @param membershipVersion as in the facts about this member
     */
    record RightsView(
            UUID accountId,
            String name,
            String currency,
            boolean suspended,
            Instant stateSince,
            UUID userId,
            Set<AccountRight> rights,
            long membershipVersion) {}

    /** How a page of them looks on the wire. */
    record AccountPage(List<AccountView> items, @Nullable String next) {}

    @Inject
    Accounts accounts;

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
            operationId = "openAccount",
            summary = "Opens an account; the caller becomes its owner",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response open(@Valid @NotNull Opening opening) {
        var account = accounts.open(
                opening.name(), currency(opening.currency()), opening.vatNumber(), opening.address(), caller);
        return answer(Response.status(CREATED).location(URI.create("/api/v1/accounts/" + account.id)), account);
    }

    @GET
    @Operation(
            operationId = "listAccounts",
            summary = "The accounts in which the caller is a member",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = AccountPage.class)))
    public Response list(@BeanParam PageRequest page, UriInfo uri) {
        var found = accounts.of(caller.userId(), page.cursorId().orElse(null), page.limit() + 1);
        var rights = access.rightsOf(caller.userId());
        return Pages.response(
                uri,
                Page.of(found, page.limit(), account -> account.id.toString())
                        .map(account -> AccountView.of(
                                account, rights.getOrDefault(account.id, Set.of()), caller.isOperator())));
    }

    @GET
    @Path("{accountId}")
    @Operation(
            operationId = "getAccount",
            summary = "An account of which the caller is a member",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(@RestPath UUID accountId) {
        if (!caller.isOperator()) access.require(accountId, caller);
        return answer(Response.ok(), accounts.get(accountId));
    }

    @PATCH
    @Path("{accountId}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeAccount",
            summary = "Changes name, VAT number or address",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @RequestBody(content = @Content(schema = @Schema(implementation = Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response change(@RestPath UUID accountId, @RestHeader(IF_MATCH) IfMatch ifMatch, @NotNull JsonNode patch) {
        access.require(accountId, caller, AccountRight.OWNER);
        var changed = accounts.change(
                accountId,
                ifMatch,
                account -> {
                    var details = mergePatch.apply(Details.of(account), patch, Details.class);
                    account.name = details.name();
                    account.vatNumber = details.vatNumber();
                    account.address = details.address();
                },
                caller);
        return answer(Response.ok(), changed);
    }

    @PUT
    @Path("{accountId}/owner")
    @Operation(
            operationId = "giveAccount",
            summary = "Gives the account to another member",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right OWNER")
    @APIResponse(responseCode = "422", description = "The new owner is no member")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response give(
            @RestPath UUID accountId, @RestHeader(IF_MATCH) IfMatch ifMatch, @Valid @NotNull NewOwner newOwner) {
        access.require(accountId, caller, AccountRight.OWNER);
        return answer(Response.ok(), accounts.give(accountId, ifMatch, newOwner.userId(), caller));
    }

    @GET
    @Path("{accountId}/rights")
    @Operation(
            operationId = "getOwnRights",
            summary = "What the caller may do in the account",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public RightsView rights(@RestPath UUID accountId) {
        access.require(accountId, caller);
        var account = accounts.get(accountId);
        var membership = memberships.member(accountId, caller.userId()).orElseThrow(Access::unknown);
        return new RightsView(
                accountId,
                account.name,
                account.currency,
                account.isSuspended(),
                account.stateSince,
                caller.userId(),
                membership.rights(),
                membership.version());
    }

    private Set<AccountRight> rights(Account account) {
        return access.rightsOf(account.id, caller.userId());
    }

    private Response answer(Response.ResponseBuilder response, Account account) {
        var view = AccountView.of(account, rights(account), caller.isOperator());
        return response.entity(view).tag(Etag.of(account.version, view)).build();
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID.of("currency").field("currency", code, "an ISO 4217 code, such as SEK");
        }
    }
}
