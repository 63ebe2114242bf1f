package dev.callboard.account.access;

import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static java.util.stream.Collectors.toMap;

/** May the caller do this here? Read from the primary at every request: here nothing is a copy. */
@ApplicationScoped
public class Access {
    @Inject
    Database database;

    /** Empty for a stranger. OWNER comes with all that it includes. */
    public Set<AccountRight> rightsOf(UUID accountId, UUID userId) {
        return database.first(
                        "select rights from membership where account_id = ? and user_id = ?",
                        row -> RightsColumn.read(row.getString(1)),
                        accountId,
                        userId)
                .map(Access::withImplied)
                .orElse(Set.of());
    }

    /** In every account where the user has any. */
    public Map<UUID, Set<AccountRight>> rightsOf(UUID userId) {
        return database
                .list(
                        "select account_id, rights from membership where user_id = ? and active",
                        row -> Map.entry(row.getObject(1, UUID.class), RightsColumn.read(row.getString(2))),
                        userId)
                .stream()
                .collect(toMap(Map.Entry::getKey, membership -> withImplied(membership.getValue())));
    }

    /**
     * @param anyOf one of them is enough; none given: any membership is
     * @return the caller's rights in the account
     * @throws Problem NOT_FOUND to a stranger, as for an account that does not exist; FORBIDDEN to a member without them
     */
    public Set<AccountRight> require(UUID accountId, Caller caller, AccountRight... anyOf) {
        var rights = rightsOf(accountId, caller.userId());
        if (rights.isEmpty()) throw unknown();
        if (anyOf.length > 0 && Set.of(anyOf).stream().noneMatch(rights::contains))
            throw CommonProblem.FORBIDDEN.because(
                    "This takes one of the rights %s in the account".formatted(EnumSet.copyOf(Set.of(anyOf))));
        return rights;
    }

    /**
     * For what the platform's operators do.
     *
     * @throws Problem FORBIDDEN to a member, NOT_FOUND to a stranger
     */
    public void requireOperator(UUID accountId, Caller caller) {
        if (!caller.isOperator()) {
            require(accountId, caller);
            throw CommonProblem.FORBIDDEN.because("This takes the role OPERATOR of the platform");
        }
    }

    private static Set<AccountRight> withImplied(Set<AccountRight> rights) {
        return rights.contains(AccountRight.OWNER) ? EnumSet.allOf(AccountRight.class) : rights;
    }

    public static Problem unknown() {
        return CommonProblem.NOT_FOUND.of("account");
    }
}
