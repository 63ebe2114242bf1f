package dev.callboard.project.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

@Path("/projects/{projectId}/days")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class WorkingDaysResource {
    @Inject
    WorkingDays days;

    @Inject
    WorkingDayChanges changes;

    @Inject
    Units units;

    @Inject
    MergePatch patches;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /**
     * @param generalCall local time
     * @param estimatedWrap local time; on the day after, where {@code wrapsNextDay}
     * @param approver who signs the call sheet
     * @param weather as an office or somebody at the place has said
     * @param transport moves of people; a whole new list
     * @param castTimes when who of the cast is fetched and made up; a whole new list
     * @param holding where the background waits
     */
    record DayRequest(
            @Nullable LocalTime generalCall,
            @Nullable @Size(max = 10) List<@NotNull Meal> meals,
            @Nullable LocalTime estimatedWrap,
            @Nullable Boolean wrapsNextDay,
            @Nullable @Size(max = 4000) String notes,
            @Nullable @Size(max = 200) String approver,
            @Nullable Weather weather,
            @Nullable @Size(max = 40) List<@NotNull Ride> transport,
            @Nullable @Size(max = 200) List<@NotNull CastTimes> castTimes,
            @Nullable @Size(max = 100) String holding) {
        static DayRequest of(WorkingDay day) {
            return new DayRequest(
                    day.generalCall,
                    day.meals,
                    day.estimatedWrap,
                    day.wrapsNextDay,
                    day.notes,
                    day.approver,
                    day.weather(),
                    day.transport,
                    day.castTimes,
                    day.holding);
        }
    }

    /**
     * @param number of the unit's days, from 1
     * @param of all days of the unit
     * @param transport null to who does not plan: it tells where people live and stay
     * @param castTimes null to who does not plan
     */
    record DayView(
            UUID id,
            UUID unitId,
            LocalDate date,
            int number,
            int of,
            @Nullable LocalTime generalCall,
            List<Meal> meals,
            @Nullable LocalTime estimatedWrap,
            boolean wrapsNextDay,
            @Nullable String notes,
            @Nullable String approver,
            @Nullable Weather weather,
            @Nullable List<Ride> transport,
            @Nullable List<CastTimes> castTimes,
            @Nullable String holding,
            List<String> allowed) {
        static DayView of(WorkingDaySummary day, Standing standing) {
            return new DayView(
                    day.id(),
                    day.unitId(),
                    day.date(),
                    day.number(),
                    day.of(),
                    day.generalCall(),
                    day.meals(),
                    day.estimatedWrap(),
                    day.wrapsNextDay(),
                    day.notes(),
                    day.approver(),
                    day.weather(),
                    standing.plans() ? day.transport() : null,
                    standing.plans() ? day.castTimes() : null,
                    day.holding(),
                    standing.plans() ? List.of("change") : List.of());
        }
    }

    record DayList(List<DayView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listDays",
            summary = "The working days of all units, by date",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    public DayList list(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        return new DayList(
                days.of(projectId).stream()
                        .map(day -> DayView.of(day, standing))
                        .toList(),
                null);
    }

    @GET
    @Path("{date}")
    @Operation(
            operationId = "getDay",
            summary = "One working day of a unit; without a unit, of the main one",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DayView.class)))
    public Response get(@RestPath UUID projectId, @RestPath String date, @RestQuery @Nullable UUID unit) {
        var standing = rights.require(projectId, caller);
        return answer(days.load(projectId, unit(projectId, unit), date(date)), standing);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", "application/json"})
    @Path("{date}")
    @Operation(
            operationId = "changeDay",
            summary = "Change what is said about a whole working day, from general call to weather (JSON Merge Patch)",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DayView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response change(
            @RestPath UUID projectId,
            @RestPath String date,
            @RestQuery @Nullable UUID unit,
            @RestHeader("If-Match") IfMatch ifMatch,
            @Schema(implementation = DayRequest.class) @NotNull JsonNode patch) {
        var standing = rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var day = days.load(projectId, unit(projectId, unit), date(date));
        var request = patches.apply(DayRequest.of(day), patch, DayRequest.class);
        return answer(changes.change(projectId, day.unitId, day.date, ifMatch, request), standing);
    }

    private UUID unit(UUID projectId, @Nullable UUID unit) {
        return unit == null ? units.main(projectId).id() : units.load(projectId, unit).id;
    }

    /** Part of the path: what is no date is a day that does not exist. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unknown) {
            throw CommonProblem.NOT_FOUND.of("working day");
        }
    }

    private Response answer(WorkingDay day, Standing standing) {
        var view = DayView.of(days.numbered(day), standing);
        return Response.ok(view).tag(Etag.of(day.version, view)).build();
    }
}
