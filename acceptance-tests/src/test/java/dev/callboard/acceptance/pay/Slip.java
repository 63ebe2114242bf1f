package dev.callboard.acceptance.pay;

import java.math.BigDecimal;

/** What a slip comes to. Deductions and tax are negative, as they are printed. */
record Slip(BigDecimal gross, BigDecimal pension, BigDecimal tax, BigDecimal unionFee, BigDecimal reimbursements) {
    BigDecimal net() {
        return gross.add(pension).add(tax).add(unionFee).add(reimbursements);
    }
}
