package dev.callboard.report.payroll.rule;

/** Where a line of pay stands between the first earning and the employer's own cost. */
public enum Section {
    EARNING,
    /** Received in kind: taxed, and no part of gross or net. */
    BENEFIT,
    BEFORE_TAX,
    TAX,
    AFTER_TAX,
    REIMBURSEMENT,
    EMPLOYER_COST
}
