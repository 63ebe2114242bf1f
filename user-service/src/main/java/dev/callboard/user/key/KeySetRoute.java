package dev.callboard.user.key;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The public keys at their well-known place, outside {@code /api/v1}: from memory, so that they are served whatever else is down. */
@ApplicationScoped
class KeySetRoute {
    @Inject
    SigningKeys keys;

    void routes(@Observes Router router) {
        router.get("/.well-known/jwks.json").handler(request -> request.response()
                .putHeader("Content-Type", "application/jwk-set+json")
                .putHeader("Cache-Control", "public, max-age=60")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(keys.published()));
    }
}
