package dev.callboard.report.render;

import dev.callboard.report.render.TaxReport.Month;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.ZoeMuller.month;
import static org.assertj.core.api.Assertions.assertThat;

class TaxReportTemplateTest {
    private final TaxReportTemplate template = new TaxReportTemplate(Language.EN);

    @Test
    void a_report_reads_as_the_reference_does() throws IOException {
        assertThat(PrintedText.of(template, ZoeMuller.taxReport()))
                .contains("Tax deduction report 2027", "Interim, as of 25 November 2027")
                .contains("Zoë Müller, stunt rigger", "2 Aug – 30 Sep 2027, Vinterljus")
                .contains("314,456.15 79,879.80 3,900.00")
                .contains(
                        "May 25 Jun 2027-05-3310 36,900.00 120.00 −738.00 36,282.00 −8,884.60 −310.00 0.00",
                        "Total, 8 slips 319,036.90 1,800.00 −6,380.75 314,456.15 −79,879.80 −2,480.00 3,900.00")
                .contains("No pay in June and July.", "Other: union fee.")
                .contains("20 % to 20,000; 30 % to 40,000; 38 % above", "Difference 0.00")
                .contains("October ◆ 25 Nov 2027-10-3310", "In Corrects What Amount")
                .contains("October 2027-09-3310 Rigging day 22 Sep, late time card 2,280.00")
                .contains("Example scheme “Nord 1”, no country’s law.", "Page 1 of 1");
    }

    @Test
    void forty_slips_go_on_overleaf_and_the_total_keeps_two_of_them() throws IOException {
        var months = new ArrayList<Month>();
        for (int slip = 0; slip < 40; slip++) months.add(month(3, 100_000 + slip, 0, 0, 0, 0));

        var pages = PrintedText.pages(template, ZoeMuller.taxReport("Zoë Müller", months));

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.get(1)).contains("Months, SEK, continued", "Page 2 of " + pages.size());
        assertThat(pages.stream().filter(page -> page.contains("Total, 40 slips")))
                .singleElement()
                .asString()
                .contains("1,000.38", "1,000.39");
    }

    /** Ten figures a row leave 35 to 60 pt for each. */
    @Test
    void amounts_of_millions_get_smaller_and_never_run_into_each_other() throws IOException {
        var millions =
                List.of(month(1, 1_234_567_890_12L, 9_876_543_21L, -8_765_432_10L, -7_654_321_09L, 6_543_210_98L));

        assertThat(PrintedText.of(template, ZoeMuller.taxReport("Zoë Müller", millions)))
                .contains(
                        "1,234,567,890.12 9,876,543.21 −8,765,432.10 1,235,679,001.23 −7,654,321.09 −310.00 6,543,210.98");
    }
}
