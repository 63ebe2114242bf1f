package dev.callboard.project.answer;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.answer.AnswerLinks.Found;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Answering.Said;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;
import static dev.callboard.project.call.CallProblem.CALL_SUPERSEDED;
import static dev.callboard.project.call.CallProblem.CALL_WITHDRAWN;
import static dev.callboard.project.call.CallProblem.LINK_EXPIRED;

/** No sign-in: the link is the right. People get a page, programs get JSON, by what they accept. */
@Path("/answers/{token}")
@Tag(name = "Answers")
@PermitAll
@SecurityRequirements
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class AnswerResource {
    @Inject
    AnswerLinks links;

    @Inject
    CrewEntries crew;

    /** @param claimedAt when a phone without network was tapped */
    public record AnswerRequest(
            @NotNull Answer.State answer,
            Answer.@Nullable Reason reason,
            @Nullable @Size(max = 200) String note,
            @Nullable Instant claimedAt) {}

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "openAnswer", summary = "What a link asks, as a page or as JSON")
    @APIResponse(
            responseCode = "200",
            description = "The call, and how it was answered",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AnswerView.class))
            })
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn; `call` is the one that stands")
    @APIResponse(responseCode = "410", description = "The call is over")
    public Response open(@RestPath String token, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return shown(links.open(token), token, wantsPage(accept));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(operationId = "answer", summary = "Say yes or no; the last answer counts")
    @APIResponse(
            responseCode = "200",
            description = "The call, answered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerView.class)))
    @APIResponse(responseCode = "400", description = "No reason for a no, or an unknown field")
    @APIResponse(responseCode = "404", description = "No such link")
    @APIResponse(responseCode = "409", description = "Replaced or withdrawn; `call` is the one that stands")
    @APIResponse(responseCode = "410", description = "The call is over")
    public Response answer(
            @RestPath String token,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Valid @NotNull AnswerRequest request) {
        var said = said(request.answer, request.reason, request.note);
        return shown(links.answer(token, said, request.claimedAt), token, wantsPage(accept));
    }

    /** The page's own buttons. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public Response answerByPage(
            @RestPath String token,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @RestForm @Nullable String answer,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String note,
            @RestForm @Nullable String claimedAt) {
        var words = note == null || note.isBlank() ? null : note.strip();
        if (words != null && words.length() > 200)
            throw invalid("note", words.length() + " characters", "200 or fewer");
        var said = said(
                constant(Answer.State.class, "answer", answer),
                reason == null || reason.isBlank() ? null : constant(Answer.Reason.class, "reason", reason),
                words);
        return shown(links.answer(token, said, instant(claimedAt)), token, wantsPage(accept));
    }

    private Response shown(Found found, String token, boolean page) {
        return switch (found) {
            case Found.Open(var call) -> {
                var before = links.before(call);
                yield page
                        ? html(200, new AnswerPage(call, before, name(call), token).html())
                        : guarded(Response.ok(AnswerView.of(call, before, name(call)), MediaType.APPLICATION_JSON));
            }
            case Found.Replaced(var before, var now, var newToken) -> {
                if (page)
                    yield html(409, AnswerPage.replaced(new AnswerPage.Replaced(before, now, name(now), newToken)));
                throw CALL_SUPERSEDED
                        .of(Spoken.line(before.brief()))
                        .and("call", AnswerView.of(now, before.brief(), name(now)))
                        .and("answer", "/api/v1/answers/" + newToken);
            }
            case Found.Withdrawn(var call) -> {
                if (page) yield html(409, AnswerPage.withdrawn(call, name(call)));
                throw CALL_WITHDRAWN.of(Spoken.line(call.brief()));
            }
            case Found.Expired() -> {
                if (page) yield html(410, AnswerPage.expired());
                throw LINK_EXPIRED.of("answer link");
            }
            case Found.Unknown() -> {
                if (page) yield html(404, AnswerPage.unknown());
                throw NOT_FOUND.of("answer link");
            }
        };
    }

    private String name(Call call) {
        return crew.find(call.belongs().crewEntryId())
                .map(CrewEntrySummary::name)
                .orElse("");
    }

    private static Response html(int status, String document) {
        return guarded(Response.status(status)
                .entity(document)
                .type("text/html; charset=utf-8")
                .header("Content-Security-Policy", PageStyle.POLICY));
    }

    /** The link is a key: it must not be kept by caches nor told to the places that the page links to. */
    private static Response guarded(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Vary", "Accept")
                .build();
    }

    private static boolean wantsPage(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private static Said said(Answer.State answer, Answer.@Nullable Reason reason, @Nullable String note) {
        return switch (answer) {
            case ACKNOWLEDGED -> new Said.Yes();
            case DECLINED -> {
                if (reason == null) throw invalid("reason", "null", Arrays.toString(Answer.Reason.values()));
                yield new Said.No(reason, note);
            }
            case PENDING -> throw invalid("answer", "PENDING", "ACKNOWLEDGED or DECLINED");
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> invalid(field, String.valueOf(value), Arrays.toString(type.getEnumConstants())));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid("claimedAt", text, "an instant, such as 2027-10-29T18:02:00Z");
        }
    }

    private static Problem invalid(String field, String value, String expected) {
        var shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return INVALID.because(field + ": " + shown + " (expected: " + expected + ")")
                .field(field, shown, expected);
    }
}
