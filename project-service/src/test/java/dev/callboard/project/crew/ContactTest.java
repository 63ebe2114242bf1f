package dev.callboard.project.crew;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContactTest {
    @ParameterizedTest
    @ValueSource(strings = {"bo@norrsken.example", "åsa.öberg@norrsken.example", "Bo+call@sub.norrsken.example"})
    void addresses_that_mail_reaches(String address) {
        assertThat(Contact.email(address)).isEqualTo(address.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bo(at)norrsken.example",
                "bo@norrsken",
                "bo@@norrsken.example",
                "bo..n@norrsken.example",
                "bo@-norrsken.example",
                "bo@norrsken.example\nBcc: eva@norrsken.example",
                "Bo <bo@norrsken.example>"
            })
    void addresses_that_are_none(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.email(address));
    }

    @Test
    void a_number_is_kept_as_e164() {
        assertThat(Contact.phone("+46 70-174 06 05")).isEqualTo("+46701740605");
    }

    @ParameterizedTest
    @ValueSource(strings = {"07x-174 06 46", "0701740605", "+0701740605", "+46", "+467017406051234567"})
    void numbers_that_are_none(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.phone(number));
    }

    @Test
    void languages_are_tags() {
        assertThat(Contact.locale("sv-SE")).isEqualTo("sv-SE");
        assertThat(Contact.locale("")).isEqualTo("en");
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.locale("Swedish"));
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.locale("xx"));
    }
}
