package dev.callboard.acceptance.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding as the rules have it: half up, away from zero, to the minor unit, once. */
final class Money {
    static final BigDecimal NOTHING = new BigDecimal("0.00");

    private Money() {}

    static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal divided(BigDecimal amount, int by) {
        return amount.divide(BigDecimal.valueOf(by), 2, RoundingMode.HALF_UP);
    }
}
