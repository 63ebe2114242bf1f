package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.Section;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The opening balance of a year: sums, and no kinds. With benefits b, deductions before tax p and after it a, and
 * reimbursements r, none of them negative, {@code taxable = gross + b − p}, {@code deductions = p + a} and
 * {@code net = gross − tax − deductions + r}. So r is known; p and a are only where there are no deductions; and b is at
 * most {@code taxable + deductions − gross}.
 *
 * @param tax positive, as deductions
 */
record Opening(long gross, long taxable, long tax, long deductions, long net) {
    static final Opening NONE = new Opening(0, 0, 0, 0, 0);

    /** Files have tax and deductions with either sign. */
    static Opening read(ResultSet row) throws SQLException {
        return new Opening(
                row.getLong("opening_gross"),
                row.getLong("opening_taxable"),
                Math.abs(row.getLong("opening_tax")),
                Math.abs(row.getLong("opening_deductions")),
                row.getLong("opening_net"));
    }

    /** Whether it is certain that nothing of it is in these sums. */
    boolean hasNothingOf(Section section) {
        return switch (section) {
            case EARNING -> gross == 0;
            case BENEFIT -> taxable + deductions == gross;
            case BEFORE_TAX, AFTER_TAX -> deductions == 0;
            case TAX -> tax == 0;
            case REIMBURSEMENT -> net + tax + deductions == gross;
            case EMPLOYER_COST -> this.equals(NONE);
        };
    }
}
