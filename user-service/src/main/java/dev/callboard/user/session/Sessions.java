package dev.callboard.user.session;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.user.key.Vault;
import dev.callboard.user.password.Passwords;
import dev.callboard.user.profile.Email;
import dev.callboard.user.profile.User;
import dev.callboard.user.profile.Users;
import dev.callboard.user.session.SessionStore.Rotation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import static dev.callboard.user.UserProblem.SESSION_ENDED;
import static dev.callboard.user.UserProblem.SIGN_IN_FAILED;

/** Signing in, staying in, signing out. No transaction spans a password or a call of Redis. */
@ApplicationScoped
public class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);

    /** What a client gets: the access token for every request, the refresh token for the next pair. */
    record Tokens(String accessToken, String refreshToken, long expiresIn) {}

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    SessionStore store;

    @Inject
    SignInLimit limit;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Vault vault;

    @Inject
    InstantSource clock;

    /**
     * Unknown, unverified and suspended are answered as a wrong password is, after the same work.
     *
     * @throws Problem SIGN_IN_FAILED, SIGN_IN_LIMITED, UNAVAILABLE
     */
    Tokens signIn(String address, String password, String clientAddress, String clientName) {
        var email = Email.normalised(address);
        limit.spend(email, clientAddress);
        var asOf = clock.instant(); // a password set while this one is being checked ends what is opened with it
        var known = QuarkusTransaction.requiringNew().call(() -> users.byEmail(email));
        var right = passwords.match(password, known.flatMap(User::passwordHash));
        if (!right || known.get().state() != User.State.ACTIVE)
            throw SIGN_IN_FAILED.because("The address or the password is not right, or the address is not confirmed");

        var user = known.get();
        var tokens = open(user, clientName, asOf);
        limit.clear(email, clientAddress);
        renewHash(user, password);
        return tokens;
    }

    private Tokens open(User user, String clientName, Instant at) {
        var session = new Session(Ids.next(), user.id(), clientName, at, at);
        store.open(session);
        return tokens(user, new RefreshToken(session.id(), 1));
    }

    private void renewHash(User user, String password) {
        var stored = user.passwordHash().orElseThrow();
        passwords.renewed(password, stored).ifPresent(renewed -> users.rehash(user.id(), stored, renewed));
    }

    /**
     * A refresh token is good once. Coming back it was stolen or kept: the family ends, for it cannot be told whether
     * the thief or the owner was first.
     *
     * @throws Problem SESSION_ENDED, UNAVAILABLE
     */
    Tokens refresh(String text) {
        var token = RefreshToken.read(text, vault).orElseThrow(Sessions::ended);
        var session = store.find(token.sessionId()).orElseThrow(Sessions::ended);
        // read first: a token must not be spent on an answer that then cannot be given
        var user = QuarkusTransaction.requiringNew().call(() -> users.findByIdOptional(session.userId()));
        var rotation = store.rotate(token);
        if (rotation == Rotation.REUSED)
            LOG.warnf("Refresh token of session %s came back: its family is ended", session.id());
        if (rotation != Rotation.ROTATED) throw ended();

        if (user.isEmpty() || !user.get().honours(session.openedAt())) {
            store.end(session);
            throw ended();
        }
        return tokens(user.get(), new RefreshToken(session.id(), token.generation() + 1));
    }

    private Tokens tokens(User user, RefreshToken refreshToken) {
        return new Tokens(
                accessTokens.issue(user, refreshToken.sessionId()),
                refreshToken.text(vault),
                AccessTokens.VALIDITY.toSeconds());
    }

    private static Problem ended() {
        return SESSION_ENDED.because("This session has ended: sign in again");
    }

    List<Session> of(UUID userId) {
        return store.of(userId);
    }

    /** @throws Problem NOT_FOUND for an unknown one and for another person's alike */
    void end(UUID sessionId, UUID userId) {
        var session = store.find(sessionId)
                .filter(found -> found.userId().equals(userId))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("session"));
        store.end(session);
    }

    /** Safe to repeat. */
    void signOut(UUID sessionId) {
        store.find(sessionId).ifPresent(store::end);
    }

    /**
     * All sessions of a user whose password changed. Those that Redis cannot be told of end at
     * their next refresh, by {@link User#honours}.
     */
    public void endAll(UUID userId) {
        try {
            store.of(userId).forEach(store::end);
        } catch (Problem away) {
            LOG.warnf("Sessions of user %s end at their next refresh", userId);
        }
    }
}
