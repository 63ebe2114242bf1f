package dev.callboard.account.pricing;

import dev.callboard.account.fiscal.Account;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.util.Currency;

/** What the opening of a project costs: one price, in the currency of whoever pays. */
@ApplicationScoped
class Quote {
    @ConfigMapping(prefix = "callboard.price")
    interface Configuration {
        /** In whole units of the account's currency; the same as project-service asks for. */
        @WithDefault("4900.00")
        BigDecimal projectOpening();
    }

    @Inject
    Configuration configuration;

    /** In minor units: 490000 for SEK, 4900 for JPY, 4900000 for KWD. */
    long projectOpeningMinor(Account account) {
        var digits = Currency.getInstance(account.currency()).getDefaultFractionDigits();
        return configuration.projectOpening().movePointRight(digits).longValueExact();
    }
}
