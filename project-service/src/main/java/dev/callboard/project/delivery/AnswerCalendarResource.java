package dev.callboard.project.delivery;

import dev.callboard.project.answer.AnswerLinks;
import dev.callboard.project.answer.AnswerLinks.Found;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.crew.CrewEntries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.time.InstantSource;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;
import static dev.callboard.project.call.CallProblem.CALL_SUPERSEDED;
import static dev.callboard.project.call.CallProblem.CALL_WITHDRAWN;
import static dev.callboard.project.call.CallProblem.LINK_EXPIRED;

/** For who has no calendar in the mail program: the event to be kept by hand. */
@Path("/answers/{token}/calendar.ics")
@Tag(name = "Answers")
@PermitAll
@SecurityRequirements
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class AnswerCalendarResource {
    @Inject
    AnswerLinks links;

    @Inject
    CrewEntries crew;

    @Inject
    Deliveries deliveries;

    @Inject
    InstantSource clock;

    @GET
    @Produces("text/calendar")
    @Operation(operationId = "getAnswerCalendar", summary = "The call as one calendar event")
    @APIResponse(responseCode = "200", description = "One event")
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn")
    @APIResponse(responseCode = "410", description = "The call is over")
    public Response event(@RestPath String token) {
        return switch (links.look(token)) {
            case Found.Open(var call) -> {
                var person = crew.find(call.belongs().crewEntryId()).orElseThrow(() -> NOT_FOUND.of("answer link"));
                yield Response.ok(deliveries.event(call, person, clock.instant()))
                        .type("text/calendar; charset=utf-8; method=PUBLISH")
                        .header("Content-Disposition", "attachment; filename=\"call.ics\"")
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .build();
            }
            case Found.Replaced(var before, var _, var _) -> throw CALL_SUPERSEDED.of(Spoken.line(before.brief()));
            case Found.Withdrawn(var call) -> throw CALL_WITHDRAWN.of(Spoken.line(call.brief()));
            case Found.Expired() -> throw LINK_EXPIRED.of("answer link");
            case Found.Unknown() -> throw NOT_FOUND.of("answer link");
        };
    }
}
