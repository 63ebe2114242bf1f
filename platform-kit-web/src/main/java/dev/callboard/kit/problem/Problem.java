package dev.callboard.kit.problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal on its way to the client, written as RFC 9457 by the kit. It is an answer, not a fault: no stack trace. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();

    /** One wrong value. Secrets are given as null. */
    public record FieldError(String field, @Nullable Object value, String expected) {}

    Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Adds an extension member, RFC 9457 3.2. */
    public Problem and(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds to {@code errors} what is wrong with one field. */
    public Problem field(String field, @Nullable Object value, String expected) {
        errors.add(new FieldError(field, value, expected));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public int status() {
        return type.status();
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
