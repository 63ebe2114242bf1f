package dev.callboard.report.run;

import dev.callboard.report.render.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run says beside its documents, in their language. */
class RunLanguageTest {
    private static final LocalDate OCTOBER = LocalDate.of(2027, 10, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 12, 25);

    @Test
    void a_slip_mail_is_in_the_language_of_the_slip() {
        assertThat(SlipMails.subject(Language.SV, OCTOBER, "Norrsken Produktion AB"))
                .isEqualTo("Lönespecifikation oktober 2027 · Norrsken Produktion AB");
        assertThat(text(Language.SV)).isEqualTo("""
            Hej Bo Ekdahl,

            din lönespecifikation för oktober 2027 är klar:

            http://localhost:8080/api/v1/pay-slips/link

            Länken är bara din och gäller till och med 25 december 2027. Den som har länken kan läsa specifikationen: lämna den inte vidare.
            """);
        assertThat(SlipMails.subject(Language.DE, OCTOBER, "Norrsken Produktion AB"))
                .isEqualTo("Lohnabrechnung Oktober 2027 · Norrsken Produktion AB");
        assertThat(text(Language.DE)).contains("für Oktober 2027", "bis zum 25. Dezember 2027");
        assertThat(text(Language.EN))
                .startsWith("Hello Bo Ekdahl,\n\nyour pay slip for October 2027 is ready:\n\n")
                .contains("works until 25 December 2027.");
    }

    private static String text(Language language) {
        return SlipMails.text(language, OCTOBER, "Bo Ekdahl", "http://localhost:8080/api/v1/pay-slips/link", UNTIL);
    }

    @Test
    void all_documents_in_one_file_have_a_title_in_their_language() {
        assertThat(ReportKind.PAY_SLIPS.title(Language.EN)).isEqualTo("Pay slips");
        assertThat(ReportKind.PAY_SLIPS.title(Language.SV)).isEqualTo("Lönespecifikationer");
        assertThat(ReportKind.TAX_REPORT.title(Language.DE)).isEqualTo("Steuerabzugsbericht");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MANDELBROT")
    void every_kind_has_another_title_in_every_language(ReportKind kind) {
        assertThat(Language.values()).extracting(kind::title).doesNotHaveDuplicates();
    }
}
