package dev.callboard.kit.test.broken.one;

import jakarta.ws.rs.core.Response;

/** Breaks: HTTP only in resources. */
class PostNote {
    Response post() {
        return Response.ok().build();
    }
}
