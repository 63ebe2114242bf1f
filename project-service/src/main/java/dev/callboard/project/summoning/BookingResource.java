package dev.callboard.project.summoning;

import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.summoning.BookingsResource.BookingView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** One booking. */
@Path("/bookings/{id}")
@Tag(name = "Summoning")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class BookingResource {
    @Inject
    Bookings bookings;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @GET
    @Operation(operationId = "getBooking", summary = "One booking")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "No such booking")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public Response get(@RestPath UUID id) {
        var booking = bookings.get(id);
        var standing = rights.require(booking.projectId, caller, "booking")
                .must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var view = BookingView.of(booking, standing);
        return Conditional.ok(Etag.of(booking.version, view), view);
    }

    @POST
    @Path("release")
    @Idempotent
    @Operation(operationId = "releaseBooking", summary = "Hold the person no longer; told at the next publication")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such booking")
    @APIResponse(responseCode = "409", description = "Released before")
    public Response release(@RestPath UUID id) {
        var standing = rights.require(bookings.get(id).projectId, caller, "booking")
                .mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
        var released = bookings.release(id);
        var view = BookingView.of(released, standing);
        return Response.ok(view).tag(Etag.of(released.version, view)).build();
    }
}
