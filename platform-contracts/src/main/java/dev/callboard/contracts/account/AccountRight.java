package dev.callboard.contracts.account;

/** What a member may do in an account. OWNER includes the others. */
public enum AccountRight {
    OWNER,
    BILLING,
    PLANNER,
    PAYROLL,
    VIEWER
}
