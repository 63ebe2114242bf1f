package dev.callboard.report.render;

import java.time.LocalDate;
import java.util.List;

/** All slips of a pay run, a line each, with their sums. Minor units; deductions and tax are negative. */
public record PayRegister(
        String documentId,
        LocalDate period,
        LocalDate payDate,
        PaySlip.Employer employer,
        String currency,
        int fractionDigits,
        List<Row> rows,
        Sums total,
        String contact,
        String scheme,
        boolean example) {

    public record Row(String number, String name, Sums sums) {}

    public record Sums(
            long minutes,
            long gross,
            long beforeTax,
            long taxable,
            long tax,
            long afterTax,
            long reimbursed,
            long net) {
        /** Received in kind: in the base, and not in the net. */
        public long benefits() {
            return taxable - gross - beforeTax;
        }
    }
}
