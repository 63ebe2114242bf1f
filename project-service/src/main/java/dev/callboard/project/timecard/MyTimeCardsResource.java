package dev.callboard.project.timecard;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
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

import java.util.HashMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** My own hours. */
@Path("/me/time-cards")
@Tag(name = "Time cards")
@Authenticated
@RunOnVirtualThread
class MyTimeCardsResource {
    @Inject
    TimeCards cards;

    @Inject
    CrewEntries crew;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listMyTimeCards",
            summary = "My time cards over all projects, newest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The newest 200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProjectTimeCardsResource.TimeCardPage.class)))
    public Response list(@Context UriInfo uri) {
        var mine = crew.claim(caller).stream().collect(Collectors.toMap(CrewEntrySummary::id, Function.identity()));
        var found = cards.ofPeople(mine.keySet());
        var standings = new HashMap<UUID, Standing>();
        for (var card : found)
            standings.computeIfAbsent(card.projectId, project -> rights.require(project, caller, "time card"));
        return Pages.response(
                uri,
                new Page<>(
                        found.stream()
                                .map(card -> TimeCardView.of(
                                        card, mine.get(card.crewEntryId), standings.get(card.projectId)))
                                .toList(),
                        null));
    }
}
