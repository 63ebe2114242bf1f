package dev.callboard.report.payroll.rule;

/** What a row of work is about. */
public enum WorkKind {
    WORK,
    /** Paid as time, without overtime, night and Sunday. */
    TRAVEL,
    /** Paid leave, in hours. */
    LEAVE,
    /** Hours of an earlier slip put right, by a signed number of hours at the plain rate. */
    CORRECTION,
    PER_DIEM,
    MILEAGE,
    /** Time in which somebody had to be ready and was not called; no work. */
    STANDBY,
    /** A planned day that was called off: the planned time, paid by how short the notice was. */
    CANCELLATION,
    /** Own equipment by the day, not taxed. */
    KIT_RENTAL,
    KIT_RENTAL_TAXABLE,
    /** What was received in kind, in money: taxed with the pay of its month, and not paid out. */
    BENEFIT
}
