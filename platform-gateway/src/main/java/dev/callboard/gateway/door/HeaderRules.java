package dev.callboard.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What of a message's header goes on to the next, RFC 9110 7.6.1, and what nobody outside may say. */
final class HeaderRules {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Each of these has once been believed by some server. Identity is the token; the rest we say ourselves. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of(
            "forwarded",
            "x-real-ip",
            "x-user-id",
            "x-user",
            "x-instance-secret",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-method-override",
            "callboard-clock");

    private HeaderRules() {}

    /** For the service: the client's header without what is ours to say, and with who asked for what. */
    static void request(HttpServerRequest from, MultiMap to) {
        var dropped = namedByConnection(from.headers());
        for (var header : from.headers()) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            boolean ours = NOT_FROM_OUTSIDE.contains(name) || name.startsWith("x-forwarded-");
            boolean framing = name.equals("content-length") || name.equals("host") || name.equals("expect");
            if (ours || framing || HOP_BY_HOP.contains(name) || dropped.contains(name)) continue;
            to.add(header.getKey(), header.getValue());
        }
        to.set(
                "X-Forwarded-For",
                from.remoteAddress() == null ? "unknown" : from.remoteAddress().hostAddress());
        to.set("X-Forwarded-Proto", from.scheme() == null ? "http" : from.scheme());
        if (from.authority() != null)
            to.set("X-Forwarded-Host", from.authority().toString());
    }

    static void response(MultiMap from, MultiMap to) {
        var dropped = namedByConnection(from);
        for (var header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name) || dropped.contains(name) || name.equals("content-length")) continue;
            to.add(header.getKey(), header.getValue());
        }
        if (!to.contains("X-Content-Type-Options")) to.set("X-Content-Type-Options", "nosniff");
    }

    /** A sender may declare any field to be for the next hop only. */
    private static Set<String> namedByConnection(MultiMap headers) {
        var named = new HashSet<String>();
        for (var value : headers.getAll("Connection")) {
            for (var name : value.split(",")) named.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return named;
    }
}
