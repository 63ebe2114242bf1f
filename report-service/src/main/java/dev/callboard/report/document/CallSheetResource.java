package dev.callboard.report.document;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.CallSheet;
import dev.callboard.report.render.CallSheetTemplate;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Template;
import dev.callboard.report.room.Share;
import dev.callboard.report.run.Workers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import static dev.callboard.report.room.Room.Use.PAPERS;

/** The call sheet of a unit's day, drawn when it is asked for: it changes with every answer. */
@Path("/projects/{projectId}/call-sheets/{date}")
@Authenticated
@RunOnVirtualThread
@Tag(name = "call-sheets")
class CallSheetResource {
    private static final String PDF = Template.MEDIA_TYPE;
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.valueOf(PDF), MediaType.APPLICATION_JSON_TYPE)
            .build();

    /** MiB: the day as it was told, as it is read and as it is drawn. */
    private static final int ROOM = 2;

    @Inject
    Question question;

    @Inject
    Workers workers;

    @Inject
    Share share;

    private final Map<Language, Template<CallSheet>> templates = new ConcurrentHashMap<>();

    enum CopyKind {
        PERSONAL,
        COORDINATOR,
        REDACTED
    }

    @GET
    @Produces({PDF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getCallSheet",
            summary = "The call sheet of a unit's day, on paper or as data; without a unit, of the main one",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The copy that was asked for, else the one that suits the caller",
            content = {
                @Content(mediaType = PDF, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT, description = "As getCallSheetOfDay answers"))
            })
    @APIResponse(responseCode = "403", description = "Another person's copy, or the answers without planning")
    @APIResponse(responseCode = "404", description = "No such project, or nobody was called to this day")
    public Response get(
            @RestPath UUID projectId,
            @RestPath String date,
            @RestQuery @Nullable UUID unit,
            @RestQuery @Nullable CopyKind copy,
            @RestQuery @Nullable UUID person,
            @RestQuery @Nullable String locale,
            @Context Request request) {
        var day = date(date);
        share.take(PAPERS, ROOM);
        var answer = question.ofProjects(
                "/projects/" + projectId + "/days/" + day + "/call-sheet" + query(unit, copy, person));
        var variant = request.selectVariant(VARIANTS);
        var asData = variant != null && variant.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
        if (!asData) {
            var template = templates.computeIfAbsent(Drawn.language(locale), CallSheetTemplate::new);
            var drawn = Drawn.of(workers, projectId, template, CallSheetReading.read(answer.body()));
            return Response.fromResponse(AccountPapersResource.answer(drawn, "call-sheet-" + day))
                    .header("Vary", "Accept")
                    .build();
        }
        var data = Response.ok(answer.body(), MediaType.APPLICATION_JSON).header("Vary", "Accept");
        return answer.tag() == null ? data.build() : data.tag(answer.tag()).build();
    }

    private static String query(@Nullable UUID unit, @Nullable CopyKind copy, @Nullable UUID person) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (unit != null) query.add("unit=" + unit);
        if (copy != null) query.add("copy=" + copy);
        if (person != null) query.add("person=" + person);
        return query.toString();
    }

    /** Part of the path: what is no date is a day that does not exist. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unknown) {
            throw CommonProblem.NOT_FOUND.of("call sheet");
        }
    }
}
