package dev.callboard.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.callboard.kit.json.NotUnicode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import java.io.CharConversionException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static dev.callboard.kit.problem.CommonProblem.INTERNAL;
import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** Every error of a service becomes an RFC 9457 document here: ours, the framework's, and what nobody expected. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Pattern QUOTED_VALUE = Pattern.compile("value \\((?:\"([^\"]*)\"|([-+.0-9eE]+))\\)");

    @ServerExceptionMapper
    public Response problem(Problem problem, UriInfo uri) {
        return write(problem, uri);
    }

    @ServerExceptionMapper
    public Response signIn(UnauthorizedException unsigned, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException failed, UriInfo uri) {
        return failed.getCause() instanceof Problem problem ? write(problem, uri) : unauthenticated(uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return write(CommonProblem.FORBIDDEN.because(CommonProblem.FORBIDDEN.title()), uri);
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException violations, UriInfo uri) {
        boolean ours = violations.getConstraintViolations().stream().anyMatch(ProblemMappers::concernsTheAnswer);
        if (ours) return unexpected(violations, uri);

        var problem = INVALID.because(violations.getConstraintViolations().stream()
                .map(violation -> named(field(violation), violation.getInvalidValue()) + " (expected: "
                        + violation.getMessage() + ")")
                .sorted()
                .collect(Collectors.joining("; ")));
        violations.getConstraintViolations().stream()
                .sorted((a, b) -> field(a).compareTo(field(b)))
                .forEach(violation -> problem.field(
                        field(violation),
                        Echo.of(field(violation), violation.getInvalidValue()),
                        violation.getMessage()));
        return write(problem, uri);
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException mismatch, UriInfo uri) {
        return write(ofJson(mismatch), uri);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, UriInfo uri, ResourceInfo resource) {
        if (refused.getCause() instanceof JsonProcessingException json) return write(ofJson(json), uri);
        if (refused.getCause() instanceof Problem problem) return write(problem, uri);
        if (refused instanceof NotFoundException && refused.getCause() != null) {
            var mistake = QueryParameters.mistake(resource, uri);
            if (mistake.isPresent()) return write(mistake.get(), uri);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400) return refused.getResponse();

        var type = CommonProblem.ofStatus(status);
        if (type == INTERNAL) return unexpected(refused, uri);
        // A path that leads nowhere and an id that nobody may see answer alike.
        var detail =
                refused instanceof NotFoundException ? type.title() + ": " + "nothing at this address" : type.title();
        var answer = write(type.because(detail), uri);
        var allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return write(problem, uri);
        }
        LOG.errorf(failure, "%s failed", uri.getPath().replaceFirst("answers/[^/]+", "answers/{token}"));
        return write(INTERNAL.because("It has been recorded. Ask with the trace id."), uri);
    }

    private static Response unauthenticated(UriInfo uri) {
        var problem = CommonProblem.UNAUTHENTICATED.because("A valid access token is needed");
        return Response.fromResponse(write(problem, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response write(Problem problem, UriInfo uri) {
        var answer = Response.status(problem.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemBody.of(problem, uri.getRequestUri().getPath()));
        if (problem.status() == 503 || problem.status() == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.members().getOrDefault("retryAfter", 1));
        }
        return answer.build();
    }

    private static Problem ofJson(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                INVALID.because(path(unknown) + ": unknown property (expected one of: "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .field(path(unknown), null, "a known property");
            case NotUnicode text ->
                INVALID.because(path(text) + ": cannot be read (expected: " + NotUnicode.EXPECTED + ")")
                        .field(path(text), null, NotUnicode.EXPECTED);
            case InvalidFormatException format -> mismatch(format, format.getValue());
            case MismatchedInputException mismatch -> mismatch(mismatch, scalarAtFault(mismatch));
            case JsonMappingException mapping when mapping.getCause() instanceof Problem problem -> problem;
            case JsonMappingException mapping
            when mapping.getCause() instanceof CharConversionException ->
                INVALID.because(path(mapping) + ": not UTF-8 (expected: one JSON value in UTF-8)")
                        .field(path(mapping), null, "one JSON value in UTF-8");
            case JsonMappingException mapping ->
                INVALID.because(path(mapping) + ": " + firstLine(mapping))
                        .field(path(mapping), null, firstLine(mapping));
            case StreamReadException syntax ->
                INVALID.because("body: not JSON at line " + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr() + " (expected: one JSON value in UTF-8)");
            default -> INVALID.because("body: not JSON (expected: one JSON value in UTF-8)");
        };
    }

    private static Problem mismatch(MismatchedInputException mismatch, @Nullable Object value) {
        var expected = expected(mismatch.getTargetType());
        var shown = Echo.of(path(mismatch), value);
        var found = shown == null ? "cannot be read" : shown.toString();
        return INVALID.because(path(mismatch) + ": " + found + " (expected: " + expected + ")")
                .field(path(mismatch), shown, expected);
    }

    private static String named(String field, @Nullable Object value) {
        var shown = value == null ? "missing" : Echo.of(field, value);
        return field + ": " + (shown == null ? "not accepted" : shown);
    }

    /** The parser is closed by now; the reader's message is the only place that still has the value. */
    private static @Nullable Object scalarAtFault(MismatchedInputException mismatch) {
        var value = QUOTED_VALUE.matcher(mismatch.getOriginalMessage());
        if (!value.find()) return null;
        return value.group(1) != null ? value.group(1) : value.group(2);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) return "another type";
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2027-10-30";
            case "LocalTime" -> "a time such as 20:00";
            case "LocalDateTime" -> "a local date and time such as 2027-10-30T20:00";
            case "Instant" -> "an instant such as 2027-10-30T18:00:00Z";
            case "Duration" -> "a duration such as PT10H";
            case "ZoneId" -> "an IANA zone such as Europe/Stockholm";
            case "UUID" -> "a UUID";
            case "String" -> "a string";
            case "List", "Set", "ArrayList" -> "a list";
            default ->
                type.isRecord() ? "an object" : "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String firstLine(JsonProcessingException failure) {
        return failure.getOriginalMessage().lines().findFirst().orElse("not valid");
    }

    /** The path below the parameter: people know fields, not our methods. */
    private static String field(ConstraintViolation<?> violation) {
        var field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) continue;
            if (node.getKind() == ElementKind.PARAMETER && hasMore(violation)) continue;
            // of parameters only bodies carry @NotNull: what else is required is a path's
            if (node.getKind() == ElementKind.PARAMETER && violation.getInvalidValue() == null) return "body";
            if (node.getIndex() != null)
                field.append('[').append(node.getIndex()).append(']');
            if (node.getKind() == ElementKind.CONTAINER_ELEMENT) continue;
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
        return field.toString();
    }

    private static boolean hasMore(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) if (node.getKind() == ElementKind.PROPERTY) return true;
        return false;
    }

    private static boolean concernsTheAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) if (node.getKind() == ElementKind.RETURN_VALUE) return true;
        return false;
    }
}
