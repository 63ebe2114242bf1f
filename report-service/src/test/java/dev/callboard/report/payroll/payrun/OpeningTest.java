package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.Section;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static dev.callboard.report.payroll.rule.Section.AFTER_TAX;
import static dev.callboard.report.payroll.rule.Section.BEFORE_TAX;
import static dev.callboard.report.payroll.rule.Section.BENEFIT;
import static dev.callboard.report.payroll.rule.Section.REIMBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

/** What is certainly not in the sums of an opening balance; gross 1,000.00 and tax 300.00 in each. */
class OpeningTest {
    private static final long GROSS = 100_000;
    private static final long TAX = 30_000;

    @Test
    void of_a_year_that_began_here_everything_is_known() {
        assertThat(nothingOf(Opening.NONE)).containsExactly(Section.values());
    }

    @Test
    void gross_less_tax_is_net_where_there_was_nothing_else() {
        assertThat(nothingOf(opening(GROSS, 0, GROSS - TAX)))
                .containsExactly(BENEFIT, BEFORE_TAX, AFTER_TAX, REIMBURSEMENT);
    }

    @Test
    void what_was_deducted_may_have_been_so_before_or_after_tax() {
        // 20.00 before tax and 310.00 after it: or 30.00 before, 300.00 after and a benefit of 10.00
        assertThat(nothingOf(opening(98_000, 33_000, GROSS - TAX - 33_000))).containsExactly(REIMBURSEMENT);
        // all of it before tax, so no benefit has raised the base
        assertThat(nothingOf(opening(98_000, 2_000, GROSS - TAX - 2_000))).containsExactly(BENEFIT, REIMBURSEMENT);
    }

    @Test
    void a_base_above_the_gross_has_benefits_and_a_net_above_the_rest_was_reimbursed() {
        assertThat(nothingOf(opening(105_000, 0, GROSS - TAX))).containsExactly(BEFORE_TAX, AFTER_TAX, REIMBURSEMENT);
        assertThat(nothingOf(opening(GROSS, 0, GROSS - TAX + 4_000))).containsExactly(BENEFIT, BEFORE_TAX, AFTER_TAX);
    }

    private static Opening opening(long taxable, long deductions, long net) {
        return new Opening(GROSS, taxable, TAX, deductions, net);
    }

    private static List<Section> nothingOf(Opening opening) {
        return Arrays.stream(Section.values()).filter(opening::hasNothingOf).toList();
    }
}
