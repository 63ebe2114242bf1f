package dev.callboard.gateway.door;

import dev.callboard.kit.problem.ProblemType;

/** What the gateway itself refuses with. */
public enum GatewayProblem implements ProblemType {
    ADDRESS_AMBIGUOUS(400, "The address can be read in two ways"),
    FRAMING_AMBIGUOUS(400, "The length of the request can be read in two ways"),
    REQUEST_TOO_SLOW(408, "The request did not arrive in time"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    UPSTREAM_LOST(502, "The connection to the service broke off"),
    NO_INSTANCE(503, "No instance of the service can be reached"),
    UPSTREAM_TOO_SLOW(504, "The service did not answer in time");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
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
}
