package dev.callboard.project.activity;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.ProjectState;
import dev.callboard.project.project.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@Path("/activities/{id}/comments")
@Authenticated
@RunOnVirtualThread
@Tag(name = "activity")
class CommentsResource {
    @Inject
    Activities activities;

    @Inject
    Database db;

    @Inject
    InstantSource clock;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    record CommentRequest(@NotBlank @Size(max = 4000) String text) {}

    record CommentView(UUID id, String author, String text, Instant at) {
        static CommentView read(ResultSet row) throws SQLException {
            return new CommentView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }
    }

    record CommentList(List<CommentView> items, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "listComments",
            summary = "What was said about an activity, oldest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommentList.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    public Response list(@RestPath UUID id, @BeanParam PageRequest asked, @Context UriInfo uri) {
        standing(id);
        var found = db.list(
                "select id, author_name, body, at from activity_comment where activity_id = ? and id > ?"
                        + " order by id limit ?",
                CommentView::read,
                id,
                asked.cursor().map(CommentsResource::cursor).orElse(new UUID(0, 0)),
                asked.limit() + 1);
        return Pages.response(
                uri, Page.of(found, asked.limit(), last -> last.id().toString()));
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "addComment",
            summary = "Say something about an activity",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response add(@RestPath UUID id, @NotNull @Valid CommentRequest request) {
        var standing = standing(id);
        if (standing.project().state() == ProjectState.CLOSED)
            throw CommonProblem.CONFLICT.because("The project is closed");
        var comment = new CommentView(Ids.next(), caller.name(), request.text().strip(), clock.instant());
        db.update(
                "insert into activity_comment (id, project_id, activity_id, author_id, author_name, body, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                comment.id(),
                standing.project().id(),
                id,
                caller.userId(),
                comment.author(),
                comment.text(),
                comment.at());
        return Response.status(Response.Status.CREATED).entity(comment).build();
    }

    private Standing standing(UUID id) {
        return rights.require(activities.load(id).projectId, caller, "activity").mustRead();
    }

    private static UUID cursor(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException unknown) {
            throw CommonProblem.INVALID.of("cursor").field("cursor", cursor, "the cursor of an earlier page");
        }
    }
}
