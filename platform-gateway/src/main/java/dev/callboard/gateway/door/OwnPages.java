package dev.callboard.gateway.door;

import io.vertx.core.http.HttpServerRequest;

/** What the gateway answers itself. */
@FunctionalInterface
public interface OwnPages {
    /** @return false when the address is none of its pages */
    boolean answer(HttpServerRequest request, String path);
}
