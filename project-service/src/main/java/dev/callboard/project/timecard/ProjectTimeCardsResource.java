package dev.callboard.project.timecard;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import dev.callboard.project.timecard.TimeCards.Filter;
import dev.callboard.project.timecard.TimeCards.Visible;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
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

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** The time cards of a project: opened for a day, listed, approved many at a time. */
@Path("/projects/{projectId}/time-cards")
@Tag(name = "Time cards")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class ProjectTimeCardsResource {
    @Inject
    TimeCards cards;

    @Inject
    CrewEntries crew;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /** @param unit none: every unit */
    public record OpeningRequest(
            @NotNull LocalDate date, @Nullable UUID unit) {}

    record OpeningView(int opened) {}

    public record ApprovalsRequest(
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> timeCards) {}

    record ApprovalsView(int approved, List<UUID> timeCards) {}

    /** A page in the contract. */
    record TimeCardPage(List<TimeCardView> items, @Nullable String next) {}

    @GET
    @Operation(operationId = "listTimeCards", summary = "Time cards, by day, department and state")
    @APIResponse(
            responseCode = "200",
            description = "A page of time cards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardPage.class)))
    @APIResponse(responseCode = "404", description = "No such project")
    public Response list(
            @RestPath UUID projectId,
            @RestQuery @Nullable LocalDate date,
            @RestQuery @Nullable UUID department,
            @RestQuery TimeCard.@Nullable State state,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var standing = rights.require(projectId, caller);
        var filter = new Filter(projectId, date, department, state, visible(standing));
        var found = cards.page(filter, page.cursor().map(ProjectTimeCardsResource::after), page.limit() + 1);
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        var people = crew.byId(shown.stream().map(card -> card.crewEntryId).collect(Collectors.toSet()));
        return Pages.response(
                uri,
                new Page<>(
                        shown.stream()
                                .map(card -> TimeCardView.of(card, people.get(card.crewEntryId), standing))
                                .toList(),
                        found.size() > shown.size() ? shown.getLast().id.toString() : null));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openTimeCards",
            summary = "Open a card for everybody called to a day who came; repeating it adds who is new")
    @APIResponse(
            responseCode = "200",
            description = "How many are new",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OpeningView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "404", description = "No such project")
    public Response open(@RestPath UUID projectId, @NotNull @Valid OpeningRequest request) {
        rights.require(projectId, caller).must(ProjectRight.COORDINATOR);
        return Response.ok(new OpeningView(cards.openDay(projectId, request.date, request.unit)))
                .build();
    }

    @POST
    @Path("approvals")
    @Idempotent
    @Operation(operationId = "approveTimeCards", summary = "Approve up to 1,000 submitted cards, all or none")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalsView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "404", description = "No such project or time card")
    @APIResponse(responseCode = "409", description = "One of them is not submitted; none was approved")
    public Response approve(@RestPath UUID projectId, @NotNull @Valid ApprovalsRequest request) {
        rights.require(projectId, caller).must(ProjectRight.COORDINATOR);
        var approved = cards.approve(projectId, request.timeCards);
        return Response.ok(new ApprovalsView(
                        approved.size(), approved.stream().map(card -> card.id).toList()))
                .build();
    }

    static boolean readsAll(Standing standing) {
        return standing.plans() || standing.reader() && !standing.isAny(ProjectRight.HEAD);
    }

    private static @Nullable Visible visible(Standing standing) {
        return readsAll(standing) ? null : new Visible(standing.departments(), standing.crewEntries());
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw INVALID.because("cursor: not one of ours").field("cursor", cursor, "the cursor of a page before");
        }
    }
}
