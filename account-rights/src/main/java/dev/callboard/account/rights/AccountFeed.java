package dev.callboard.account.rights;

import dev.callboard.contracts.account.AccountFact;
import dev.callboard.contracts.account.AccountFact.AccountOpened;
import dev.callboard.contracts.account.AccountFact.AccountReinstated;
import dev.callboard.contracts.account.AccountFact.AccountSuspended;
import dev.callboard.contracts.account.AccountFact.MemberRemoved;
import dev.callboard.contracts.account.AccountFact.MemberRightsGranted;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Set;

/** Keeps the local copy up to date. */
@ApplicationScoped
class AccountFeed {
    @Inject
    LocalCopy copy;

    @Incoming("account-rights")
    @Consumer("account-rights")
    void on(Envelope<AccountFact> delivery) {
        switch (delivery.event()) {
            case AccountOpened opened -> copy.opened(opened.accountId(), opened.name(), opened.currency(), opened.at());
            case MemberRightsGranted granted ->
                copy.member(granted.accountId(), granted.userId(), granted.rights(), granted.membershipVersion());
            case MemberRemoved removed ->
                copy.member(removed.accountId(), removed.userId(), Set.of(), removed.membershipVersion());
            case AccountSuspended suspended -> copy.suspended(suspended.accountId(), true, suspended.at());
            case AccountReinstated reinstated -> copy.suspended(reinstated.accountId(), false, reinstated.at());
        }
    }
}
