package dev.callboard.report.payroll.tax;

import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.render.Language;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaxReportsTest {
    private static final String UNION_FEE = "Deduction after tax: union fee";

    @Test
    void a_deduction_is_called_as_on_the_slip_of_its_language() {
        assertThat(text(Language.SV, "union-fee", UNION_FEE)).isEqualTo("Avdrag efter skatt: fackavgift");
        assertThat(text(Language.DE, "union-fee", UNION_FEE)).isEqualTo("Abzug nach Steuer: Gewerkschaft");
        assertThat(text(Language.EN, "union-fee", UNION_FEE)).isEqualTo(UNION_FEE);
    }

    @Test
    void a_correction_stays_in_the_words_of_who_entered_it() {
        assertThat(text(Language.DE, "correction", "Rigging day 22 Sep")).isEqualTo("Rigging day 22 Sep");
        assertThat(text(Language.DE, "correction", "Correction")).isEqualTo("Korrektur");
    }

    private static String text(Language language, String rule, String stored) {
        return TaxReports.text(new PaySchemes().get(PaySchemes.NORD_1), language, rule, stored);
    }
}
