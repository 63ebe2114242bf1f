package dev.callboard.account.invitation;

import dev.callboard.contracts.user.UserFact;
import dev.callboard.contracts.user.UserFact.UserErased;
import dev.callboard.contracts.user.UserFact.UserRegistered;
import dev.callboard.contracts.user.UserFact.UserSuspended;
import dev.callboard.contracts.user.UserFact.UserVerified;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What becomes of members when something becomes of users. */
@ApplicationScoped
class UserFeed {
    @Inject
    Members members;

    @Incoming("user-facts")
    @Consumer("user-facts")
    void on(Envelope<UserFact> delivery) {
        switch (delivery.event()) {
            case UserErased erased -> members.forget(erased.userId());
            // A membership begins with an accepted invitation, and a suspended user's tokens end by themselves.
            case UserRegistered _, UserVerified _, UserSuspended _ -> {}
        }
    }
}
