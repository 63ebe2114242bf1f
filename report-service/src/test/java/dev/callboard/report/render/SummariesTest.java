package dev.callboard.report.render;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SummariesTest {
    @Test
    void a_month_whose_slips_are_not_its_pay_run_is_listed_with_the_difference() throws IOException {
        var template = new TaxSummaryTemplate(Language.EN);

        assertThat(PrintedText.of(template, Norrsken2027.taxSummary(412_903_311_75L + 100)))
                .contains("October 2027 25 Nov 9,997 412,903,311.75 104,551,960.08 148,314,869.58 252,866,829.66")
                .contains("Slips added up 20,095 812,362,369.25")
                .contains("Pay runs 20,095 812,362,370.25")
                .contains("Difference, October 2027 0 −1.00 0.00 0.00 0.00")
                .doesNotContain("Difference, September");
        assertThat(PrintedText.of(template, Norrsken2027.taxSummary(412_903_311_75L)))
                .contains("Difference 0 0.00 0.00 0.00 0.00")
                .doesNotContain("Difference, October");
    }

    @Test
    void leave_below_zero_comes_first() throws IOException {
        var text = PrintedText.of(new LeaveSummaryTemplate(Language.EN), Norrsken2027.leaveSummary());

        assertThat(text)
                .contains("4711 Bo Ekdahl grip −3.00 −6,840.00")
                .contains("Total 9 0.50 55.08 16.00 71.08 159,940.00");
        assertThat(text.indexOf("grip 2 0.00 −1.50")).isPositive().isLessThan(text.indexOf("art and props 3"));
    }

    @Test
    void a_register_of_2000_slips_goes_on_and_ends_with_its_sums() throws IOException {
        var pages = PrintedText.pages(new PayRegisterTemplate(Language.EN), Norrsken2027.payRegister(2_000));

        assertThat(pages).hasSizeBetween(40, 60);
        assertThat(pages.getFirst())
                .contains("E00001 Åsa Öberg 8.00 2,280.00 −45.60 2,234.40 −446.88 −310.00 0.00 1,477.52");
        assertThat(pages.getLast())
                .contains("E02000", "Total 16,000.00 4,560,000.00")
                .contains("Page " + pages.size() + " of " + pages.size());
    }

    @Test
    void a_name_that_the_fonts_lack_a_character_of_has_a_question_mark_in_the_register_and_a_note_says_for_what()
            throws IOException {
        var register = Norrsken2027.payRegister(1);
        var template = new PayRegisterTemplate(Language.EN);
        var sums = register.total();

        assertThat(PrintedText.of(
                        template, named(register, new PayRegister.Row("E1", "\u674E A\u030Asa \uD83C\uDFAC", sums))))
                .contains("E1 ? Åsa ? 8.00 2,280.00")
                .contains("“?” stands for a character that the fonts of this document do not have: U+674E and U+1F3AC"
                        + " clapper board in “? Åsa ?”.");
        assertThat(PrintedText.of(template, named(register, new PayRegister.Row("E1", "Why? A\u030Asa", sums))))
                .contains("E1 Why? Åsa 8.00")
                .doesNotContain("stands for a character");
    }

    private static PayRegister named(PayRegister of, PayRegister.Row row) {
        return new PayRegister(
                of.documentId(),
                of.period(),
                of.payDate(),
                of.employer(),
                of.currency(),
                of.fractionDigits(),
                List.of(row),
                of.total(),
                of.contact(),
                of.scheme(),
                of.example());
    }
}
