package dev.callboard.report.payroll.rule;

/** Arithmetic of minor units. */
public final class Amounts {
    /** Basis points in one: a factor of 1.50 is 15,000. */
    public static final int ONE = 10_000;

    /**
     * Rounds half up, away from zero: 2.5 is 3 and −2.5 is −3.
     *
     * @throws ArithmeticException never silently: the products that get here were multiplied exactly
     */
    public static long halfUp(long numerator, long denominator) {
        var quotient = numerator / denominator;
        var rest = Math.abs(numerator % denominator);
        return rest * 2 >= denominator ? quotient + Long.signum(numerator) : quotient;
    }

    /** {@code share(4656375, 200)} is 93128: 2 % of 46,563.75. */
    public static long share(long amount, int basisPoints) {
        return halfUp(Math.multiplyExact(amount, (long) basisPoints), ONE);
    }

    private Amounts() {}
}
