package dev.callboard.report.payroll.rule;

/** What the rate of an employee is for. */
public enum PayKind {
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    FEE
}
