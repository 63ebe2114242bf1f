package dev.callboard.kit.http;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Lists over HTTP: {@code {"items": […], "next": …}} and the same cursor as a Link, RFC 8288. */
public final class Pages {
    private Pages() {}

    public static Response response(UriInfo uri, Page<?> page) {
        var answer = Response.ok(page);
        if (page.next() != null) {
            // Relative: the host and port of this process are not those that the client knows.
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            answer.links(Link.fromUri(next.getRawPath() + "?" + next.getRawQuery())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
