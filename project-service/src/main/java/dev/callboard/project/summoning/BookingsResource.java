package dev.callboard.project.summoning;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import dev.callboard.project.summoning.Roster.Booked;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** Who is held for which role on which days. */
@Path("/projects/{projectId}/bookings")
@Tag(name = "Summoning")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class BookingsResource {
    @Inject
    Bookings bookings;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    /** @param to last day, inclusive */
    public record BookingRequest(
            @NotNull UUID crewEntryId,
            @NotBlank @Size(max = 80) String role,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {
        Booked booked() {
            return new Booked(crewEntryId, crewEntryId, role, from, to);
        }
    }

    public record BatchRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid BookingRequest> items) {}

    record BookingView(
            UUID id,
            UUID projectId,
            UUID crewEntryId,
            String role,
            LocalDate from,
            LocalDate to,
            Booking.State state,
            List<String> allowed) {
        static BookingView of(Booking booking, Standing standing) {
            return new BookingView(
                    booking.id,
                    booking.projectId,
                    booking.crewEntryId,
                    booking.role,
                    booking.from,
                    booking.to,
                    booking.state,
                    standing.plans() && booking.state != Booking.State.RELEASED ? List.of("release") : List.of());
        }
    }

    /** A page in the contract. */
    record BookingPage(List<BookingView> items, @Nullable String next) {}

    @GET
    @Operation(operationId = "listBookings", summary = "Bookings in the order in which they were made")
    @APIResponse(
            responseCode = "200",
            description = "A page of bookings",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BookingPage.class)))
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public Response list(
            @RestPath UUID projectId,
            @RestQuery @Nullable UUID crewEntry,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var standing = rights.require(projectId, caller).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var found = bookings.page(projectId, crewEntry, page.cursor().map(BookingsResource::after), page.limit() + 1);
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        return Pages.response(
                uri,
                new Page<>(
                        shown.stream()
                                .map(booking -> BookingView.of(booking, standing))
                                .toList(),
                        found.size() > shown.size() ? shown.getLast().id.toString() : null));
    }

    @POST
    @Idempotent
    @Operation(operationId = "addBooking", summary = "Hold a person for a role; confirmed at once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "400", description = "No such person or role, or the last day before the first")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "409", description = "Already booked in this role on some of these days")
    public Response add(@RestPath UUID projectId, @NotNull @Valid BookingRequest request) {
        var standing = planner(projectId);
        var made = bookings.make(standing.project(), List.of(request.booked()), caller.userId())
                .getFirst();
        return Response.created(URI.create("/api/v1/bookings/" + made.id))
                .entity(BookingView.of(made, standing))
                .build();
    }

    @POST
    @Path("batch")
    @Idempotent
    @Operation(operationId = "addBookings", summary = "Up to 1,000 bookings, all or none")
    @APIResponse(
            responseCode = "201",
            description = "All of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BookingPage.class)))
    @APIResponse(responseCode = "400", description = "One of them cannot be made; none was")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "409", description = "One of them overlaps another; none was made")
    public Response addAll(@RestPath UUID projectId, @NotNull @Valid BatchRequest request) {
        var standing = planner(projectId);
        var made = bookings.make(
                standing.project(),
                request.items.stream().map(BookingRequest::booked).toList(),
                caller.userId());
        return Response.status(201)
                .entity(Map.of(
                        "items",
                        made.stream()
                                .map(booking -> BookingView.of(booking, standing))
                                .toList()))
                .build();
    }

    private Standing planner(UUID projectId) {
        return rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw INVALID.because("cursor: not one of ours").field("cursor", cursor, "the cursor of a page before");
        }
    }
}
