package dev.callboard.report.payroll.payrun;

/**
 * What somebody should look at before approval.
 *
 * @param employeeNo empty for work that names nobody
 * @param detail in words; never an IBAN or a tax id
 */
record PayException(Kind kind, String employeeNo, String name, String detail) {
    /** An excluding exception keeps the employee out of slips and payments, by name, until it is mended. */
    enum Kind {
        NET_NOT_POSITIVE(true),
        IBAN_MISSING(true),
        IBAN_INVALID(true),
        TAX_TABLE_UNKNOWN(true),
        OTHER_CURRENCY(true),
        WITHOUT_LINES(true),
        /** Of the employee, on each of her documents: once approved, nothing could mend the slip. */
        TEXT_NOT_PRINTABLE(true),
        /** Of a production, cost code or note: she is paid all the same, but has no slip unless it is mended first. */
        LINE_NOT_PRINTABLE(false),
        IBAN_SHARED(false),
        PAY_CHANGED(false),
        LONG_WEEK(false),
        TIME_CARD_NOT_APPROVED(false),
        /** An earlier run had locked it: what is missing or too much is a correction. */
        TIME_CARD_CHANGED(false),
        /** The scheme has no rule for it: it stays unpaid and waits for one, or for a correction. */
        WORK_WITHOUT_RULE(false),
        /** A month of employment whose run was approved without her. */
        SALARY_NOT_PAID(false),
        EMPLOYEE_UNKNOWN(false);

        private final boolean excludes;

        Kind(boolean excludes) {
            this.excludes = excludes;
        }

        boolean excludes() {
            return excludes;
        }
    }
}
