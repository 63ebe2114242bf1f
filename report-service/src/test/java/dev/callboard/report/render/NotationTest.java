package dev.callboard.report.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class NotationTest {
    private static final Notation ENGLISH = Words.of(Language.EN).notation;
    private static final Notation SWEDISH = Words.of(Language.SV).notation;
    private static final Notation GERMAN = Words.of(Language.DE).notation;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 2 | 0.00",
                "5 | 2 | 0.05",
                "-85500 | 2 | −855.00",
                "99999 | 2 | 999.99",
                "100000 | 2 | 1,000.00",
                "35942815 | 2 | 359,428.15",
                "0 | 0 | 0",
                "1234567 | 0 | 1,234,567",
                "-7 | 3 | −0.007",
                "-9223372036854775808 | 2 | −92,233,720,368,547,758.08"
            })
    void an_amount_has_commas_a_point_and_a_real_minus(long minor, int fractionDigits, String printed) {
        assertThat(ENGLISH.amount(minor, fractionDigits)).isEqualTo(printed);
    }

    @Test
    void days_are_named_as_one_would_say_them() {
        var october30 = LocalDate.of(2027, 10, 30);
        var october31 = LocalDate.of(2027, 10, 31);

        assertThat(ENGLISH.days(october31, october31, 1)).isEqualTo("31 Oct");
        assertThat(ENGLISH.days(october30, october31, 2)).isEqualTo("30, 31 Oct");
        assertThat(ENGLISH.days(october30, october31, 1)).isEqualTo("30–31 Oct");
        assertThat(ENGLISH.days(LocalDate.of(2027, 9, 30), october31, 12)).isEqualTo("30 Sep–31 Oct");
        assertThat(ENGLISH.period(LocalDate.of(2027, 10, 1), october31)).isEqualTo("1–31 October 2027");
        assertThat(ENGLISH.date(october31)).isEqualTo("31 Oct 2027");
    }

    @Test
    void swedish_parts_thousands_by_a_space_that_does_not_break_and_german_by_a_point() {
        assertThat(SWEDISH.amount(-123456789, 2)).isEqualTo("−1\u00A0234\u00A0567,89");
        assertThat(GERMAN.amount(-123456789, 2)).isEqualTo("−1.234.567,89");
        assertThat(SWEDISH.percent(3142)).isEqualTo("31,42 %");
        assertThat(GERMAN.shortest(450)).isEqualTo("4,5");
        assertThat(GERMAN.shortest(100_000_00)).isEqualTo("100.000");
    }

    @Test
    void dates_are_written_as_each_language_does() {
        var october30 = LocalDate.of(2027, 10, 30);
        var october31 = LocalDate.of(2027, 10, 31);

        assertThat(SWEDISH.longDate(october31)).isEqualTo("31 oktober 2027");
        assertThat(SWEDISH.days(october30, october31, 1)).isEqualTo("30–31 okt");
        assertThat(GERMAN.longDate(october31)).isEqualTo("31. Oktober 2027");
        assertThat(GERMAN.days(october30, october31, 2)).isEqualTo("30., 31. Okt.");
        assertThat(GERMAN.period(LocalDate.of(2027, 10, 1), october31)).isEqualTo("1.–31. Oktober 2027");
    }
}
