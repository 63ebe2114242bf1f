package dev.callboard.project.opening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.math.BigDecimal;
import java.util.Currency;

/** What the opening of a project costs. */
@ConfigMapping(prefix = "callboard.opening")
interface OpeningPrice {
    /** In the currency of the account that pays, whichever that is; {@code /accounts/{id}/quote} says it before. */
    @WithDefault("4900.00")
    BigDecimal price();

    /** 4900.00 is 490000 öre, and 4900 yen. */
    default long minor(String currency) {
        return price().movePointRight(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()))
                .longValueExact();
    }
}
