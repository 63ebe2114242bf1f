package dev.callboard.acceptance.operations;

import java.util.Map;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One request that can be sent once more with one thing changed.
 *
 * @param path below the host, with its query
 * @param body null: none
 */
record Request(Actor by, String method, String path, Map<String, String> headers, String body) {
    static Request of(Actor by, String method, String path) {
        boolean whole = path.startsWith("/api/") || path.startsWith("/a/") || path.startsWith("/webhooks/");
        return new Request(by, method, whole ? path : "/api/v1" + path, Map.of(), null);
    }

    Request by(Actor somebodyElse) {
        return new Request(somebodyElse, method, path, headers, body);
    }

    Request at(String otherPath) {
        return new Request(by, method, otherPath, headers, body);
    }

    Request with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Request(by, method, path, more, body);
    }

    Request without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new Request(by, method, path, fewer, body);
    }

    Request body(String type, String otherBody) {
        return new Request(by, method, path, headers, otherBody).with("Content-Type", type);
    }

    /** The same content type, another content. */
    Request saying(String otherBody) {
        return new Request(by, method, path, headers, otherBody);
    }

    /** Of a picture a character is a byte. */
    byte[] bytes() {
        return body.getBytes(headers.getOrDefault("Content-Type", "").startsWith("image/") ? ISO_8859_1 : UTF_8);
    }

    /** Without its query. */
    Request alone() {
        return at(path.replaceFirst("\\?.*", ""));
    }

    Request asking(String query) {
        return at(path + (path.contains("?") ? "&" : "?") + query);
    }
}
