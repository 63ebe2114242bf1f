package dev.callboard.gateway.door;

import dev.callboard.kit.security.TokenVerifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import static dev.callboard.kit.problem.CommonProblem.UNAUTHENTICATED;

/** Fails with a Problem for a token that opens nothing. */
@FunctionalInterface
public interface TokenCheck {
    Future<Void> check(Vertx vertx, String token);

    /** On the event loop when the key is at hand, which it nearly always is; else where one may wait. */
    static TokenCheck by(TokenVerifier verifier) {
        return (vertx, token) -> {
            if (!verifier.isQuick(token)) {
                return vertx.executeBlocking(() -> verifier.verify(token).isPresent(), false)
                        .compose(TokenCheck::verdict);
            }
            return verdict(verifier.verify(token).isPresent());
        };
    }

    private static Future<Void> verdict(boolean good) {
        return good
                ? Future.succeededFuture()
                : Future.failedFuture(UNAUTHENTICATED.because("A valid access token is needed"));
    }
}
