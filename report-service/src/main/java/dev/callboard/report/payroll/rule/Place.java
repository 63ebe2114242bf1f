package dev.callboard.report.payroll.rule;

/** Where a line stands within its production. */
enum Place {
    ORDINARY,
    GUARANTEED,
    OVERTIME,
    WEEK_OVERTIME,
    SIXTH_DAY,
    SEVENTH_DAY,
    NIGHT,
    SUNDAY,
    BROKEN_REST,
    TRAVEL,
    STANDBY,
    CANCELLATION,
    LEAVE,
    CORRECTION,
    MEAL_PENALTY,
    KIT_RENTAL_TAXABLE,
    PER_DIEM,
    MILEAGE,
    KIT_RENTAL,
    BENEFIT;

    private static final int STEPS = 100; // more than a scheme has

    int order() {
        return step(0);
    }

    /** Steps of overtime, or kinds of benefit, follow one another. */
    int step(int i) {
        return ordinal() * STEPS + i;
    }
}
