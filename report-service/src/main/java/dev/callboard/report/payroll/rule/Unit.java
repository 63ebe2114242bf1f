package dev.callboard.report.payroll.rule;

/** What the quantity of a line counts, and how many of it the rate is for. */
public enum Unit {
    MINUTES(60, "h"),
    DAYS(1, "d"),
    WEEKS(1, "wk"),
    MONTHS(1, "mo"),
    METRES(1000, "km"),
    PIECES(1, "pc"),
    /** An amount of which a percentage is taken: minor units; the rate is 1. */
    MONEY(1, "");

    private final int perRate;
    private final String symbol;

    Unit(int perRate, String symbol) {
        this.perRate = perRate;
        this.symbol = symbol;
    }

    /** The rate is per hour, quantities are in minutes: 60. */
    public int perRate() {
        return perRate;
    }

    /** As printed behind the quantity. */
    public String symbol() {
        return symbol;
    }
}
