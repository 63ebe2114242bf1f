package dev.callboard.account.pricing;

import dev.callboard.account.fiscal.Account;
import dev.callboard.kit.database.Database;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.Map;
import java.util.UUID;

/** How many projects may be open at the same time. */
@ApplicationScoped
public class Quota {
    @ConfigMapping(prefix = "callboard.quota")
    interface Configuration {
        /** For plans that are not named below. */
        @WithDefault("25")
        int maxOpenProjects();

        /** By name of the plan. */
        Map<String, Integer> plans();
    }

    @Inject
    Configuration configuration;

    @Inject
    Database database;

    public boolean allowsAnother(Account account) {
        return openProjects(account.id()) < maxOpenProjects(account);
    }

    public int maxOpenProjects(Account account) {
        return configuration.plans().getOrDefault(account.plan(), configuration.maxOpenProjects());
    }

    /** Paid for, or about to be, and not closed. */
    public int openProjects(UUID accountId) {
        return database.first("""
                        select count(distinct project_id) from hold
                        where account_id = ? and not project_closed
                        and state in ('AUTHORIZING', 'RESERVED', 'CAPTURING', 'CAPTURED')
                        """, row -> row.getInt(1), accountId).orElseThrow();
    }
}
