package dev.callboard.kit.security;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.ProblemBody;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** RFC 6750: the token stands in the Authorization header and nowhere else. There is no identity header. */
@Singleton
class BearerTokens implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private final TokenVerifier tokens;

    BearerTokens(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager unused) {
        var token = token(request);
        if (token == null) return Uni.createFrom().nullItem();
        var identity = Uni.createFrom().item(() -> identity(token));
        // A key that must be fetched is waited for off the event loop.
        return tokens.isQuick(token) ? identity : identity.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        var problem = CommonProblem.UNAUTHENTICATED.because("A valid access token is needed");
        request.response()
                .setStatusCode(401)
                .putHeader(WWW_AUTHENTICATE, "Bearer")
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .end(ProblemBody.json(problem, request.normalizedPath()));
        return Uni.createFrom().item(true);
    }

    private SecurityIdentity identity(String token) {
        var claims = tokens.verify(token).orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(claims.userId().toString()))
                .addRoles(claims.groups())
                .addCredential(new TokenCredential(token, "bearer"))
                .addAttribute(Caller.CLAIMS, claims)
                .build();
    }

    private static @Nullable String token(RoutingContext request) {
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }
}
