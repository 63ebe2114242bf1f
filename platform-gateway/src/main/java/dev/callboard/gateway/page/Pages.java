package dev.callboard.gateway.page;

import dev.callboard.gateway.door.OwnPages;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.util.Map;

/** The gateway's own addresses: a front page rather than a 404, the contract, the explorer, and what problems mean. */
public final class Pages implements OwnPages {
    private static final String API = "/api/v1";
    private static final String PROBLEMS = "/problems/";

    /** Nothing from elsewhere, nothing inline: a page that handles tokens runs only what we ship. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, Page> fixed;
    private final ProblemPages problems;

    /** A finished answer. */
    record Page(String type, Buffer body, String caching) {}

    public Pages(FrontPage front, JoinedContract contract, ProblemPages problems) {
        this.problems = problems;
        this.fixed = Map.ofEntries(
                Map.entry("/", html(front.html())),
                Map.entry("/verify", html(Resources.text("pages/verify.html"))),
                Map.entry("/reset", html(Resources.text("pages/reset.html"))),
                Map.entry("/explorer", html(Resources.text("pages/explorer.html"))),
                Map.entry("/openapi", new Page("application/json", contract.json(), "max-age=60")),
                Map.entry(
                        "/platform/mode",
                        new Page("application/json", Buffer.buffer("{\"mode\":\"FULL\"}"), "no-store")),
                Map.entry("/problems", problems.list()),
                Map.entry("/assets/callboard.css", asset("text/css", "callboard.css")),
                Map.entry("/assets/session.js", asset("text/javascript", "session.js")),
                Map.entry("/assets/front.js", asset("text/javascript", "front.js")),
                Map.entry("/assets/links.js", asset("text/javascript", "links.js")),
                Map.entry("/assets/explorer.js", asset("text/javascript", "explorer.js")));
    }

    @Override
    public boolean answer(HttpServerRequest request, String path) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) return false;
        var own = path.startsWith(API + "/") ? path.substring(API.length()) : path;
        var page = fixed.get(own);
        if (page != null) {
            send(request, page);
            return true;
        }
        if (!own.startsWith(PROBLEMS)) return false;
        var name = own.substring(PROBLEMS.length());
        problems.find(name, prefersHtml(request)).onComplete(found -> {
            if (found.succeeded()) send(request, found.result());
            else send(request.response().setStatusCode(404), request.method(), problems.unknown());
        });
        return true;
    }

    private static void send(HttpServerRequest request, Page page) {
        send(request.response(), request.method(), page);
    }

    private static void send(HttpServerResponse response, HttpMethod method, Page page) {
        response.putHeader("Content-Type", page.type())
                .putHeader("Cache-Control", page.caching())
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Length", String.valueOf(page.body().length()));
        if (method.equals(HttpMethod.HEAD)) response.end();
        else response.end(page.body());
    }

    private static boolean prefersHtml(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    static Page html(String text) {
        return new Page("text/html; charset=utf-8", Buffer.buffer(text), "no-cache");
    }

    private static Page asset(String type, String name) {
        return new Page(type + "; charset=utf-8", Buffer.buffer(Resources.text("pages/" + name)), "no-cache");
    }
}
