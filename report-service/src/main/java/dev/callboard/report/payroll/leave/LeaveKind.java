package dev.callboard.report.payroll.leave;

/** What a booked day of leave is taken from. */
public enum LeaveKind {
    PAID,
    /** From days saved in earlier leave years, the oldest first; from the paid ones where these do not suffice. */
    SAVED,
    /** Paid days that were paid out instead of taken. */
    PAID_OUT,
    UNPAID,
    SICK,
    PARENTAL;

    /** Whether a day of it lowers a balance; of the others the days are counted only. */
    boolean fromBalance() {
        return this == PAID || this == SAVED || this == PAID_OUT;
    }
}
