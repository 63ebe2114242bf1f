package dev.callboard.kit.problem;

/** Refusals that every service has. */
public enum CommonProblem implements ProblemType {
    INVALID(400, "The request is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "There is no such representation"),
    CONFLICT(409, "It does not fit the present state"),
    KEY_IN_PROGRESS(409, "The first request with this Idempotency-Key is still running"),
    GONE(410, "It is no longer there"),
    PRECONDITION_FAILED(412, "It was changed meanwhile"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This address does not take that media type"),
    KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    PRECONDITION_REQUIRED(428, "If-Match is missing"),
    TOO_MANY(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available at the moment"),
    RIGHTS_UNKNOWN(503, "Rights cannot be read at the moment");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** The type for an error that the framework raised with no more than a status. */
    public static CommonProblem ofStatus(int status) {
        for (var type : values()) if (type.status == status) return type;
        return status >= 500 ? INTERNAL : INVALID;
    }
}
