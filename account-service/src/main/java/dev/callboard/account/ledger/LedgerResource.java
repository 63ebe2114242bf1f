package dev.callboard.account.ledger;

import dev.callboard.account.access.Access;
import dev.callboard.account.fiscal.Accounts;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Money as it stands in the books, for OWNER and BILLING. */
@Path("/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Books")
class LedgerResource {
    /** One balanced pair: the amount goes from {@code credit} to {@code debit}. */
    record EntryView(
            UUID id,
            Instant at,
            Posting kind,
            Book debit,
            Book credit,
            long amountMinor,
            String currency,
            UUID sagaId,
            @Nullable UUID projectId) {
        static EntryView of(Ledger.Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.kind(),
                    entry.debit(),
                    entry.credit(),
                    entry.amountMinor(),
                    entry.currency(),
                    entry.sagaId(),
                    entry.projectId());
        }
    }

    record BookView(Book book, long balanceMinor) {}

    /**
     * @param before the day that was asked for
     * @param heldMinor reserved and neither taken nor given back
     * @param chargedMinor taken, less what was refunded
     * @param owedMinor invoiced and not paid
     * @param sumMinor of all books: always 0
     */
    record BalanceView(
            String currency,
            @Nullable LocalDate before,
            long heldMinor,
            long chargedMinor,
            long owedMinor,
            long sumMinor,
            List<BookView> books) {}

    /** How a page of them looks on the wire. */
    record LedgerPage(List<EntryView> items, @Nullable String next) {}

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    Access access;

    @Inject
    Caller caller;

    /**
     * @param from first day, in UTC
     * @param to last day
     */
    @GET
    @Path("ledger")
    @Operation(
            operationId = "listLedger",
            summary = "Every balanced pair, the latest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = LedgerPage.class)))
    public Response ledger(
            @RestPath UUID accountId,
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Nullable LocalDate to,
            @BeanParam PageRequest page,
            UriInfo uri) {
        access.require(accountId, caller, AccountRight.BILLING);
        var found = ledger.of(accountId, from, to, page.cursorId().orElse(Ids.LATEST), page.limit() + 1);
        return Pages.response(
                uri, Page.of(found, page.limit(), item -> item.id().toString()).map(EntryView::of));
    }

    /** @param before what happened on earlier days, in UTC; all, where it is not said */
    @GET
    @Path("balance")
    @Operation(
            operationId = "getBalance",
            summary = "What the books add up to, now or before a day",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = BalanceView.class)))
    @APIResponse(responseCode = "403", description = "The caller is a member without the right BILLING")
    public BalanceView balance(@RestPath UUID accountId, @RestQuery @Nullable LocalDate before) {
        access.require(accountId, caller, AccountRight.BILLING);
        var balances = ledger.balances(accountId, before);
        return new BalanceView(
                accounts.get(accountId).currency(),
                before,
                balances.get(Book.AUTHORISED),
                balances.get(Book.PROVIDER),
                balances.get(Book.RECEIVABLE),
                balances.values().stream().mapToLong(Long::longValue).sum(),
                balances.entrySet().stream()
                        .map(balance -> new BookView(balance.getKey(), balance.getValue()))
                        .toList());
    }
}
