package dev.callboard.account.rights;

import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static java.util.stream.Collectors.toUnmodifiableSet;

/**
 * What the caller may do in an account, from this service's own copy of account-events. A right that was withdrawn
 * stops when its fact arrives, within 5 s. An account that this copy does not know yet is asked of account-service once,
 * so that it is usable the moment after its 201; the answer is kept.
 */
@ApplicationScoped
public class AccountRights {
    @Inject
    LocalCopy copy;

    @Inject
    RightsQuestion question;

    @Inject
    Freshness freshness;

    /**
     * Without any right: the empty set. OWNER is returned with all that it includes.
     *
     * @throws Problem RIGHTS_UNKNOWN (503) when neither the copy nor account-service can tell
     */
    public Set<AccountRight> of(UUID accountId, Caller caller) {
        var known = copy.rights(accountId, caller.userId());
        var rights = known.isPresent() ? known.get() : question.ask(accountId, caller);
        return rights.contains(AccountRight.OWNER) ? EnumSet.allOf(AccountRight.class) : rights;
    }

    /**
     * @param anyOf one of them is enough; none given: any membership is
     * @throws Problem NOT_FOUND to strangers, exactly as for an unknown account; FORBIDDEN to members without them;
     *     RIGHTS_UNKNOWN as {@link #of}
     */
    public void require(UUID accountId, Caller caller, AccountRight... anyOf) {
        var rights = of(accountId, caller);
        if (rights.isEmpty()) throw CommonProblem.NOT_FOUND.of("account");

        var wanted = Set.of(anyOf);
        if (!wanted.isEmpty() && wanted.stream().noneMatch(rights::contains))
            throw CommonProblem.FORBIDDEN.because(
                    "This takes one of the rights %s in the account".formatted(sorted(wanted)));
    }

    /**
     * For writes of money and payroll, after {@link #require}: a copy that may be over a minute old does not decide them.
     *
     * @throws Problem RIGHTS_UNKNOWN (503)
     */
    public void requireFresh() {
        freshness.require();
    }

    /** Empty for an account that this service has not heard of. {@link #of} makes it heard of. */
    public Optional<AccountSummary> account(UUID accountId) {
        return copy.account(accountId);
    }

    /** The accounts in which the user is a member, as far as this service has heard. */
    public Set<UUID> accountsOf(UUID userId) {
        return copy.accountsOf(userId).stream().collect(toUnmodifiableSet());
    }

    private static String sorted(Set<AccountRight> rights) {
        return EnumSet.copyOf(rights).toString();
    }
}
