package dev.callboard.kit.security;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

import java.util.Set;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.UNAUTHENTICATED;

/** Who sent this request, by a token that this process has checked itself. */
@RequestScoped
public class Caller {
    static final String CLAIMS = "callboard.claims";
    private static final String OPERATOR = "OPERATOR";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public UUID userId() {
        return claims().userId();
    }

    public UUID sessionId() {
        return claims().sessionId();
    }

    /** The verified address. */
    public String email() {
        return claims().email();
    }

    public String name() {
        return claims().name();
    }

    public Claims claims() {
        Claims claims = identity.getAttribute(CLAIMS);
        if (claims == null) throw UNAUTHENTICATED.because("A valid access token is needed");
        return claims;
    }

    /** Rights on the platform itself: OPERATOR. */
    public Set<String> platformRoles() {
        return claims().groups();
    }

    public boolean isOperator() {
        return platformRoles().contains(OPERATOR);
    }

    /** The token as it came, to ask another service in the caller's name. Never to be logged. */
    public String token() {
        var credential = identity.getCredential(TokenCredential.class);
        if (credential == null) throw UNAUTHENTICATED.because("A valid access token is needed");
        return credential.getToken();
    }
}
