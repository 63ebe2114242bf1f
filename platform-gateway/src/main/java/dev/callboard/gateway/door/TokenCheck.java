package dev.callboard.gateway.door;

import dev.callboard.kit.security.Claims;
import dev.callboard.kit.security.TokenVerifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import static dev.callboard.kit.problem.CommonProblem.UNAUTHENTICATED;

/** Fails with a Problem for a token that opens nothing. */
@FunctionalInterface
public interface TokenCheck {
    Future<Void> check(Vertx vertx, String token);

    /**
     * On the event loop when the key is at hand, which it nearly always is; else where one may wait.
     *
     * @param ended whether a session was ended while its tokens still run
     */
    static TokenCheck by(TokenVerifier verifier, Predicate<UUID> ended) {
        return (vertx, token) -> {
            if (!verifier.isQuick(token)) {
                return vertx.executeBlocking(() -> verifier.verify(token), false)
                        .compose(claims -> verdict(claims, ended));
            }
            return verdict(verifier.verify(token), ended);
        };
    }

    private static Future<Void> verdict(Optional<Claims> claims, Predicate<UUID> ended) {
        if (claims.isEmpty()) return Future.failedFuture(UNAUTHENTICATED.because("A valid access token is needed"));
        if (ended.test(claims.get().sessionId()))
            return Future.failedFuture(UNAUTHENTICATED.because("The session was ended: sign in again"));
        return Future.succeededFuture();
    }
}
