package dev.callboard.user.registration;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.user.password.Passwords;
import dev.callboard.user.profile.Profile;
import dev.callboard.user.profile.Users;
import dev.callboard.user.registration.AddressRequest.Kind;
import dev.callboard.user.registration.MailedLink.Purpose;
import dev.callboard.user.session.Sessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;
import java.util.UUID;

import static dev.callboard.contracts.Topics.USER_EVENTS;

/** The use cases of an address. Those that anybody may ask for only write down what was asked. */
@ApplicationScoped
class Registrations {
    @Inject
    AddressRequests requests;

    @Inject
    MailedLinks links;

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    @Inject
    Event<AddressRequest> asked;

    /** @throws dev.callboard.kit.problem.Problem PASSWORD_REFUSED, UNAVAILABLE */
    void register(String email, String password, Profile profile) {
        var hash = passwords.hashNew(password, email); // some 50 ms: before the transaction
        QuarkusTransaction.requiringNew()
                .run(() ->
                        ask(request(Kind.REGISTER, email).of(profile.name(), profile.locale(), profile.zone(), hash)));
    }

    @Transactional
    void resend(String email) {
        ask(request(Kind.RESEND, email));
    }

    @Transactional
    void forgotten(String email) {
        ask(request(Kind.RESET, email));
    }

    private AddressRequest request(Kind kind, String email) {
        return new AddressRequest(Ids.next(), kind, email, clock.instant());
    }

    private void ask(AddressRequest request) {
        requests.persist(request);
        asked.fire(request);
    }

    /** @throws dev.callboard.kit.problem.Problem LINK_UNKNOWN, LINK_USED, LINK_EXPIRED */
    @Transactional
    void verify(LinkToken token) {
        var now = clock.instant();
        var link = links.take(token, Purpose.VERIFY);
        link.use(now);
        var user = users.get(link.userId);
        outbox.append(USER_EVENTS, user.id(), user.verify(link.name, link.passwordHash, now));
        links.retireOthers(link);
    }

    /**
     * Ends all her sessions: who had got hold of the old password is out.
     *
     * @throws dev.callboard.kit.problem.Problem LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, PASSWORD_REFUSED, UNAVAILABLE
     */
    void reset(LinkToken token, String password) {
        var email = QuarkusTransaction.requiringNew().call(() -> addressOf(token));
        var hash = passwords.hashNew(password, email); // refused, it has not cost the link
        var userId = QuarkusTransaction.requiringNew().call(() -> changePassword(token, hash));
        sessions.endAll(userId);
    }

    private String addressOf(LinkToken token) {
        return users.get(links.take(token, Purpose.RESET).userId).email();
    }

    private UUID changePassword(LinkToken token, String hash) {
        var now = clock.instant();
        var link = links.take(token, Purpose.RESET);
        link.use(now);
        var user = users.get(link.userId);
        user.changePassword(hash, now);
        links.retireOthers(link);
        return user.id();
    }
}
