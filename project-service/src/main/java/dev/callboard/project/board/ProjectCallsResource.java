package dev.callboard.project.board;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.CallFilter;
import dev.callboard.project.call.CallFilter.Visible;
import dev.callboard.project.call.Calls;
import dev.callboard.project.call.Delivery;
import dev.callboard.project.call.Life;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** Who is called, by day, unit, department and by how far each of the three tracks has come. */
@Path("/projects/{projectId}/calls")
@Tag(name = "Calls")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class ProjectCallsResource {
    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @Inject
    InstantSource clock;

    /** @param opened answer pages that were opened. @param late answers after the time by which they were asked for */
    public record Summary(
            int calls,
            Map<Delivery, Integer> delivery,
            int opened,
            Map<Answer.State, Integer> answer,
            int late,
            Map<Attendance.State, Integer> attendance) {
        static Summary of(List<Calls.Count> counts) {
            return new Summary(
                    counts.stream().mapToInt(Calls.Count::calls).sum(),
                    by(Delivery.class, counts, Calls.Count::delivery),
                    counts.stream()
                            .filter(Calls.Count::opened)
                            .mapToInt(Calls.Count::calls)
                            .sum(),
                    by(Answer.State.class, counts, Calls.Count::answer),
                    counts.stream()
                            .filter(Calls.Count::late)
                            .mapToInt(Calls.Count::calls)
                            .sum(),
                    by(Attendance.State.class, counts, Calls.Count::attendance));
        }

        private static <E extends Enum<E>> Map<E, Integer> by(
                Class<E> type, List<Calls.Count> counts, Function<Calls.Count, E> state) {
            var sums = new EnumMap<E, Integer>(type);
            for (var constant : type.getEnumConstants()) sums.put(constant, 0);
            counts.forEach(count -> sums.merge(state.apply(count), count.calls(), Integer::sum));
            return sums;
        }
    }

    /** A page in the contract. */
    record CallPage(List<CallView> items, @Nullable String next) {}

    @GET
    @Operation(operationId = "listCalls", summary = "Calls by time; only published ones unless a life is asked for")
    @APIResponse(
            responseCode = "200",
            description = "A page of calls",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallPage.class)))
    @APIResponse(responseCode = "404", description = "No such project")
    public Response list(
            @RestPath UUID projectId,
            @RestQuery @Nullable LocalDate date,
            @RestQuery @Nullable UUID unit,
            @RestQuery @Nullable UUID department,
            @RestQuery @Nullable Delivery delivery,
            @RestQuery Answer.@Nullable State answer,
            @RestQuery Attendance.@Nullable State attendance,
            @RestQuery @Nullable Life life,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var standing = rights.require(projectId, caller);
        var filter = new CallFilter(
                date,
                unit,
                department,
                delivery,
                answer,
                attendance,
                life == null ? Life.PUBLISHED : life,
                visible(standing));
        var found = calls.page(projectId, filter, page.cursor().map(ProjectCallsResource::after), page.limit() + 1);
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        var people = crew.byId(
                shown.stream().map(call -> call.belongs().crewEntryId()).collect(Collectors.toSet()));
        var now = clock.instant();
        return Pages.response(
                uri,
                new Page<>(
                        shown.stream()
                                .map(call -> CallView.of(
                                        call, people.get(call.belongs().crewEntryId()), standing, now))
                                .toList(),
                        found.size() > shown.size() ? cursor(shown.getLast()) : null));
    }

    @GET
    @Path("summary")
    @Operation(operationId = "summarizeCalls", summary = "How many calls stand where on each track")
    @APIResponse(responseCode = "200", description = "Counts; unopened and unanswered ones too")
    @APIResponse(responseCode = "404", description = "No such project")
    public Summary summary(
            @RestPath UUID projectId,
            @RestQuery @Nullable LocalDate date,
            @RestQuery @Nullable UUID unit,
            @RestQuery @Nullable UUID department) {
        var standing = rights.require(projectId, caller);
        var filter = new CallFilter(date, unit, department, null, null, null, Life.PUBLISHED, visible(standing));
        return Summary.of(calls.counts(projectId, filter));
    }

    /** An account's viewer reads what planners read; heads and crew are shown their own. */
    static boolean readsAll(Standing standing) {
        return standing.plans() || standing.reader() && !standing.isAny(ProjectRight.HEAD);
    }

    private static @Nullable Visible visible(Standing standing) {
        return readsAll(standing) ? null : new Visible(standing.departments(), standing.crewEntries());
    }

    private static String cursor(Call last) {
        var text = last.brief().callAt() + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Calls.After after(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            return new Calls.After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw INVALID.because("cursor: not one of ours").field("cursor", cursor, "the cursor of a page before");
        }
    }
}
