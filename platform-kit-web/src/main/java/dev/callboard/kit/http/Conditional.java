package dev.callboard.kit.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Answers that carry their entity tag; the kit turns a 200 for a GET into 304 when the client has it already. */
public final class Conditional {
    private Conditional() {}

    public static Response ok(EntityTag tag, Object view) {
        return Response.ok(view).tag(tag).build();
    }
}
