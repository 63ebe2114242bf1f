package dev.callboard.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;

import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.callboard.kit.problem.CommonProblem.INVALID;

/** A value that cannot be read leads nowhere in a path; in a query it is a mistake that can be named. */
final class QueryParameters {
    private QueryParameters() {}

    /** The first one of this request that is not of its type. */
    static Optional<Problem> mistake(ResourceInfo resource, UriInfo uri) {
        if (resource.getResourceMethod() == null) return Optional.empty();
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class)
                        || parameter.isAnnotationPresent(QueryParam.class))
                .flatMap(
                        parameter -> mistake(parameter, uri.getQueryParameters().getFirst(name(parameter))).stream())
                .findFirst();
    }

    private static Optional<Problem> mistake(Parameter parameter, String value) {
        if (value == null || isReadable(parameter.getType(), value)) return Optional.empty();
        var name = name(parameter);
        var shown = Echo.of(name, value);
        var expected = expected(parameter.getType());
        return Optional.of(INVALID.because(name + ": " + shown + " (expected: " + expected + ")")
                .field(name, shown, expected));
    }

    private static boolean isReadable(Class<?> type, String value) {
        try {
            return read(type, value) != null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
    }

    private static Object read(Class<?> type, String value) {
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(value))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        if (type == UUID.class) return UUID.fromString(value);
        if (type == LocalDate.class) return LocalDate.parse(value);
        if (type == int.class || type == Integer.class) return Integer.valueOf(value);
        return value;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum())
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        if (type == UUID.class) return "a UUID";
        return type == LocalDate.class ? "a date such as 2027-10-30" : "a whole number";
    }

    private static String name(Parameter parameter) {
        var rest = parameter.getAnnotation(RestQuery.class);
        var given = rest != null
                ? rest.value()
                : parameter.getAnnotation(QueryParam.class).value();
        return given.isEmpty() ? parameter.getName() : given;
    }
}
