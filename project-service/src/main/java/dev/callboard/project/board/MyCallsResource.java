package dev.callboard.project.board;

import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
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

import java.time.InstantSource;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a phone asks first: where do I have to be next. */
@Path("/me/calls")
@Tag(name = "Calls")
@Authenticated
@RunOnVirtualThread
class MyCallsResource {
    /** Nobody is called more often than that in the weeks ahead. */
    private static final int MOST = 200;

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

    @GET
    @Operation(
            operationId = "listMyCalls",
            summary = "My calls that are not over, over all projects",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "Calls by time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProjectCallsResource.CallPage.class)))
    public Response list(@Context UriInfo uri) {
        var mine = crew.claim(caller).stream().collect(Collectors.toMap(CrewEntrySummary::id, Function.identity()));
        var now = clock.instant();
        var found = calls.ofPeople(mine.keySet(), now, MOST);
        var standings = new HashMap<UUID, Standing>();
        for (Call call : found)
            standings.computeIfAbsent(call.belongs().projectId(), project -> rights.require(project, caller, "call"));
        return Pages.response(
                uri,
                new Page<>(
                        found.stream()
                                .map(call -> CallView.of(
                                        call,
                                        mine.get(call.belongs().crewEntryId()),
                                        standings.get(call.belongs().projectId()),
                                        now))
                                .toList(),
                        null));
    }
}
