package dev.callboard.project.timecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import dev.callboard.project.timecard.TimeCardView.MealTimes;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.FORBIDDEN;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** One time card. */
@Path("/time-cards/{id}")
@Tag(name = "Time cards")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class TimeCardResource {
    @Inject
    TimeCards cards;

    @Inject
    CrewEntries crew;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /** What people may change. Times are local to the location; the zone is the card's. @param wrap null: still at work */
    public record Filling(
            @NotNull @Size(max = 40) String start,
            @Nullable @Size(max = 40) String wrap,
            @NotNull @Size(max = 6) List<@NotNull MealTimes> meals,
            int travelMinutes,
            int mealPenalties,
            int perDiems,
            long mileageMetres,
            @NotNull @Size(max = 40) String costCode,
            @Nullable @Size(max = 400) String note) {}

    public record Dispute(@NotBlank @Size(max = 400) String comment) {}

    @GET
    @Operation(operationId = "getTimeCard", summary = "One time card")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardView.class)))
    @APIResponse(responseCode = "404", description = "No such time card")
    public Response get(@RestPath UUID id) {
        var card = cards.get(id);
        var view = view(card, reader(card));
        return Conditional.ok(Etag.of(card.version, view), view);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "fillTimeCard", summary = "Other times, meals or allowances")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The end before the start, more than 24 hours, a time that is skipped")
    @APIResponse(responseCode = "403", description = "Neither the person nor who runs the department")
    @APIResponse(responseCode = "404", description = "No such time card")
    @APIResponse(responseCode = "409", description = "Submitted, approved or locked")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response fill(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @NotNull @Schema(implementation = Filling.class) JsonNode patch) {
        var card = cards.get(id);
        var standing = filler(card);
        ifMatch.mustBe(card.version);
        var filled = patches.apply(filling(card), patch, Filling.class);
        return shown(cards.fill(id, ifMatch, work(card, filled), filled.costCode, filled.note), standing);
    }

    @POST
    @Path("submission")
    @Idempotent
    @Operation(operationId = "submitTimeCard", summary = "That is what was worked")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardView.class)))
    @APIResponse(responseCode = "403", description = "Neither the person nor who runs the department")
    @APIResponse(responseCode = "404", description = "No such time card")
    @APIResponse(responseCode = "409", description = "Submitted, approved or locked before, or no wrap yet")
    public Response submit(@RestPath UUID id) {
        var standing = filler(cards.get(id));
        return shown(cards.submit(id), standing);
    }

    @POST
    @Path("approval")
    @Idempotent
    @Operation(operationId = "approveTimeCard", summary = "Let it be paid")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardView.class)))
    @APIResponse(responseCode = "403", description = "Not a coordinator")
    @APIResponse(responseCode = "404", description = "No such time card")
    @APIResponse(responseCode = "409", description = "Not submitted, locked, or nobody to pay")
    public Response approve(@RestPath UUID id) {
        var standing = reader(cards.get(id)).must(ProjectRight.COORDINATOR);
        return shown(cards.approve(id), standing);
    }

    @POST
    @Path("dispute")
    @Idempotent
    @Operation(operationId = "disputeTimeCard", summary = "That is not what was worked; an approval is taken back")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TimeCardView.class)))
    @APIResponse(responseCode = "400", description = "No comment")
    @APIResponse(responseCode = "403", description = "Neither the person nor who runs the department")
    @APIResponse(responseCode = "404", description = "No such time card")
    @APIResponse(responseCode = "409", description = "Locked by a pay run")
    public Response dispute(@RestPath UUID id, @NotNull @Valid Dispute dispute) {
        var standing = filler(cards.get(id));
        return shown(cards.dispute(id, dispute.comment.strip()), standing);
    }

    private static Filling filling(TimeCard card) {
        var work = card.work;
        var zone = card.zoneId();
        return new Filling(
                LocalMoment.of(work.start(), zone),
                work.wrap() == null ? null : LocalMoment.of(work.wrap(), zone),
                work.meals().stream()
                        .map(meal -> new MealTimes(LocalMoment.of(meal.out(), zone), LocalMoment.of(meal.in(), zone)))
                        .toList(),
                work.travelMinutes(),
                work.mealPenalties(),
                work.perDiems(),
                work.mileageMetres(),
                card.costCode,
                card.note);
    }

    private static Work work(TimeCard card, Filling filled) {
        var zone = card.zoneId();
        var meals = new ArrayList<Work.Meal>();
        for (int i = 0; i < filled.meals.size(); i++) {
            var meal = filled.meals.get(i);
            meals.add(new Work.Meal(
                    LocalMoment.read("meals[" + i + "].out", String.valueOf(meal.out()), zone),
                    LocalMoment.read("meals[" + i + "].in", String.valueOf(meal.in()), zone)));
        }
        return new Work(
                LocalMoment.read("start", filled.start, zone),
                filled.wrap == null ? null : LocalMoment.read("wrap", filled.wrap, zone),
                meals,
                filled.travelMinutes,
                filled.mealPenalties,
                filled.perDiems,
                filled.mileageMetres);
    }

    private Standing filler(TimeCard card) {
        var standing = reader(card);
        if (!standing.isSelf(card.crewEntryId) && !standing.leads(card.departmentId)) throw FORBIDDEN.of("time card");
        return standing;
    }

    private Standing reader(TimeCard card) {
        var standing = rights.require(card.projectId, caller, "time card");
        if (!standing.isSelf(card.crewEntryId)
                && !standing.leads(card.departmentId)
                && !ProjectTimeCardsResource.readsAll(standing)) throw NOT_FOUND.of("time card");
        return standing;
    }

    private TimeCardView view(TimeCard card, Standing standing) {
        return TimeCardView.of(card, crew.find(card.crewEntryId).orElse(null), standing);
    }

    private Response shown(TimeCard card, Standing standing) {
        var view = view(card, standing);
        return Response.ok(view).tag(Etag.of(card.version, view)).build();
    }
}
