package dev.callboard.report.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTest {
    @Test
    void a_slip_in_swedish_has_its_words_its_dates_and_its_decimal_comma() throws IOException {
        var template = new PaySlipTemplate(Language.SV);

        assertThat(template.version()).isEqualTo("pay-slip/4-sv");
        assertThat(PrintedText.of(template, BoEkdahl.slip()))
                .contains("Lönespecifikation oktober 2027", "Utbetalas 25 november 2027")
                .contains("Betalda 146,75 h, varav övertid 18,75 h")
                .contains("Bruttolön 46 563,75 359 428,15", "Innehållen skatt −12 413,94")
                .contains("Invändningar senast 9 december 2027.", "Sida 1 av 1");
    }

    @Test
    void a_slip_in_german_has_its_words_its_dates_and_its_points() throws IOException {
        assertThat(PrintedText.of(new PaySlipTemplate(Language.DE), BoEkdahl.slip()))
                .contains("Lohnabrechnung Oktober 2027", "Auszahlung am 25. November 2027", "18.–30. Okt.")
                .contains("Bruttolohn 46.563,75 359.428,15", "Nettolohn", "34.373,53")
                .contains("Einwände bis 9. Dezember 2027.", "Seite 1 von 1");
    }

    @Test
    void reports_in_swedish_and_german_add_up_as_in_english() throws IOException {
        assertThat(PrintedText.of(new TaxReportTemplate(Language.SV), ZoeMuller.taxReport()))
                .contains("Skatteavdragsrapport 2027", "februari 25 mars 2027-02-3310 40 120,50")
                .contains("Summa, 8 specifikationer 319 036,90 1 800,00 −6 380,75 314 456,15")
                .contains("Ingen lön i juni och juli.", "20 % till 20 000; 30 % till 40 000; 38 % däröver");
        assertThat(PrintedText.of(new LeaveReportTemplate(Language.DE), AsaOberg.leaveReport()))
                .contains("Urlaubsbericht 2027/28", "Stand 31. Oktober 2027", "7,06 6,00 3,00")
                .contains(
                        "7. Juni Bezahlter Urlaub 7.–11. Juni Beantragt 2. Mai · genehmigt 4. Mai, Eva Strand −5,00 −0,84")
                .contains("Anderswo genehmigt · übernommen 1. Juli −3,00 0,32")
                .contains("13. Sep. Krank 13.–16. Sep. ", "7. Okt. Gesparte Tage 7.–8. Okt. ")
                .contains("zu nehmen bis 31. Dezember 2027");
        assertThat(PrintedText.of(new LeaveReportTemplate(Language.SV), AsaOberg.leaveReport()))
                .contains("Begärd 2 maj · godkänd 4 maj, Eva Strand −5,00 −0,84", "Begäran och godkännande")
                .contains("Godkänd på annat håll · importerad 1 juli −3,00 0,32")
                .contains("7 okt Sparade dagar 7–8 okt ");
    }

    /** One prefix must not grow past the promise because the words of a language need another bucket. */
    @ParameterizedTest
    @EnumSource
    void a_slip_is_stored_within_4_KiB_in_every_language(Language language) {
        var tail = new PaySlipTemplate(language).draw(BoEkdahl.slipOf("Åsa Öberg"));

        assertThat(tail.bytes()).hasSizeLessThan(4 * 1024);
    }

    @ParameterizedTest
    @EnumSource
    void a_slip_is_served_within_32_KiB_in_every_language_whatever_the_script_of_its_name(Language language) {
        var template = new PaySlipTemplate(language);

        assertThat(List.of(
                        "Åsa Öberg",
                        "Søren Ægir",
                        "José Ñúñez",
                        "François Lefèvre",
                        "Łukasz Żółć",
                        "Đorđe Šimić",
                        "Štěpán Dvořák",
                        "Erdős Győző",
                        "Ștefan Brâncuși",
                        "Þórður",
                        "Gökçe Işık",
                        "Γιώργος",
                        "Ольга"))
                .allSatisfy(name -> {
                    var tail = template.draw(BoEkdahl.slipOf(name));
                    assertThat(template.prefix(tail.prefix()).length + tail.bytes().length)
                            .isLessThan(32 * 1024);
                });
    }

    @Test
    void a_name_in_braces_is_no_place_for_another() {
        assertThat(Words.of(Language.EN).say(Word.TAX_BETWEEN, "{1} & {2}", "0", "20,000"))
                .contains("{1} & {2}", "0", "20,000");
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_twelve_months_and_as_many_placeholders_as_english(Language language) {
        var words = Words.of(language);

        assertThat(words.say(Word.MONTHS).split(" ")).hasSize(12);
        assertThat(words.say(Word.MONTHS_SHORT).split(" ")).hasSize(12);
        for (var word : Word.values())
            assertThat(placeholders(words.say(word)))
                    .as(word.name())
                    .isEqualTo(placeholders(Words.of(Language.EN).say(word)));
    }

    private static long placeholders(String text) {
        return text.chars().filter(c -> c == '{').count();
    }
}
