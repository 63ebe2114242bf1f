package dev.callboard.user.registration;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.user.profile.Profile;
import dev.callboard.user.profile.User;
import dev.callboard.user.profile.Users;
import dev.callboard.user.registration.MailedLink.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.contracts.Topics.USER_EVENTS;

/** What becomes of an {@link AddressRequest}, after its answer: only here it matters whether the address is known. */
@ApplicationScoped
class AddressDecisions {
    /** So often an hour somebody can make us write to one address. What comes on top is dropped, unsaid. */
    private static final int MAILS_PER_HOUR = 5;

    @Inject
    AddressRequests requests;

    @Inject
    MailedLinks links;

    @Inject
    Users users;

    @Inject
    AddressMails mails;

    @Inject
    Outbox outbox;

    @Inject
    InstantSource clock;

    @Transactional
    Optional<UUID> due() {
        return requests.due(clock.instant());
    }

    /**
     * Exactly once: the request, the user, her fact and her mail in one transaction.
     *
     * @return false: another replica is at it
     */
    @Transactional
    boolean decide(UUID requestId) {
        var taken = requests.take(requestId);
        if (taken.isEmpty()) return false;

        var request = taken.get();
        if (requests.askedSince(request.email, clock.instant().minus(Duration.ofHours(1))) <= MAILS_PER_HOUR)
            carryOut(request);
        request.decided(clock.instant());
        return true;
    }

    @Transactional
    void postpone(UUID requestId) {
        requests.take(requestId).ifPresent(request -> request.postpone(clock.instant()));
    }

    @Transactional
    void forgetOld() {
        requests.forgetOld(clock.instant());
        links.forgetOld(clock.instant());
    }

    private void carryOut(AddressRequest request) {
        var known = users.byEmail(request.email);
        switch (request.kind) {
            case REGISTER -> register(request, known);
            case RESEND -> known.ifPresent(this::resend);
            case RESET -> known.ifPresent(this::offerReset);
        }
    }

    private void register(AddressRequest request, Optional<User> known) {
        if (known.isPresent() && known.get().state() != User.State.PENDING) {
            mails.alreadyRegistered(known.get(), request.id);
            return;
        }
        var user = known.orElseGet(() -> begin(request));
        mailVerification(user, request.name, request.passwordHash);
    }

    private User begin(AddressRequest request) {
        var profile = new Profile(request.name, request.locale, request.zone, null);
        var user = User.registered(Ids.next(), request.email, profile, clock.instant());
        users.persist(user);
        outbox.append(USER_EVENTS, user.id(), user.registration());
        return user;
    }

    /** The latest registration once more, under a new link. */
    private void resend(User user) {
        if (user.state() != User.State.PENDING) return;
        links.newest(user.id(), Purpose.VERIFY).ifPresent(link -> mailVerification(user, link.name, link.passwordHash));
    }

    private void mailVerification(User user, String name, String passwordHash) {
        var token = LinkToken.random();
        var link = new MailedLink(Ids.next(), user.id(), Purpose.VERIFY, token, clock.instant());
        links.persist(link.bringing(name, passwordHash));
        mails.verification(user, name, link, token);
    }

    private void offerReset(User user) {
        switch (user.state()) {
            case PENDING -> resend(user); // she has no password yet: what she lacks is the verification
            case ACTIVE -> {
                var token = LinkToken.random();
                var link = new MailedLink(Ids.next(), user.id(), Purpose.RESET, token, clock.instant());
                links.persist(link);
                mails.reset(user, link, token);
            }
            case SUSPENDED, ERASED -> {}
        }
    }
}
