package dev.callboard.gateway.route;

import io.vertx.core.http.HttpMethod;

/** Who comes through the door. The services decide again, and alone decide what may be done. */
public enum Access {
    /** Everyone; the link or the body proves who asks. */
    OPEN,
    /** POST is how one becomes known (registration, sign-in); everything else needs a token. */
    POST_OPEN,
    /** A page that a mail links to; what it then sends is proven by a token of its own. */
    GET_OPEN,
    SIGNED_IN;

    public boolean needsToken(HttpMethod method) {
        return switch (this) {
            case OPEN -> false;
            case POST_OPEN -> !method.equals(HttpMethod.POST);
            case GET_OPEN -> !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
            case SIGNED_IN -> true;
        };
    }
}
