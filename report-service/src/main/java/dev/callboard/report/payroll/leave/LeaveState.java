package dev.callboard.report.payroll.leave;

/** Of a request. Only REQUESTED changes any more. */
enum LeaveState {
    REQUESTED,
    /** Its days are booked in the ledger. */
    APPROVED,
    REFUSED,
    WITHDRAWN
}
