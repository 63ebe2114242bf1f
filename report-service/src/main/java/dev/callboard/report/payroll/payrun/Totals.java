package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.Pay;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Control totals. Sums are of the slips alone, in minor units; employees = slips + exclusions.
 *
 * @param warnings exceptions that exclude nobody
 */
@Embeddable
record Totals(
        int employees,
        int slips,
        int exclusions,
        int warnings,
        @Column(name = "gross_minor") long gross,
        @Column(name = "before_tax_minor") long beforeTax,
        @Column(name = "taxable_minor") long taxable,
        @Column(name = "tax_minor") long tax,
        @Column(name = "after_tax_minor") long afterTax,
        @Column(name = "reimbursements_minor") long reimbursements,
        @Column(name = "net_minor") long net,
        @Column(name = "employer_cost_minor") long employerCost) {

    /** Received in kind. */
    long benefits() {
        return Pay.benefitsOf(gross, beforeTax, taxable);
    }

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
