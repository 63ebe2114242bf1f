package dev.callboard.user.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordTest {
    private static final String ANA = "ana.lindqvist@norrsken.example";
    private static final Argon2 FLOOR = new Argon2(19456, 2);

    @Test
    void what_is_stored_names_argon2id_its_version_and_its_cost() {
        assertThat(FLOOR.hash("the tide turns at four"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void the_same_password_is_stored_differently_twice_and_found_both_times() {
        var one = FLOOR.hash("the tide turns at four");
        var other = FLOOR.hash("the tide turns at four");

        assertThat(one).isNotEqualTo(other);
        assertThat(Argon2.matches("the tide turns at four", one)).isTrue();
        assertThat(Argon2.matches("the tide turns at four", other)).isTrue();
        assertThat(Argon2.matches("the tide turns at five", one)).isFalse();
    }

    @Test
    void a_hash_keeps_its_own_cost_when_the_cost_is_raised() {
        var cheap = new Argon2(1024, 1).hash("the tide turns at four");

        assertThat(Argon2.matches("the tide turns at four", cheap)).isTrue();
        assertThat(FLOOR.outgrew(cheap)).isTrue();
        assertThat(FLOOR.outgrew(FLOOR.hash("the tide turns at four"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "PASSWORD1234",
                "qwertyuiop123",
                "abcabcabcabc",
                "aaaaaaaaaaaaaaaa",
                "xx ana.lindqvist xx",
                "ana.lindqvist@norrsken.example"
            })
    void a_password_that_is_tried_first_is_refused_without_being_repeated(String password) {
        assertThat(PasswordRules.objection(password, ANA))
                .hasValueSatisfying(objection -> assertThat(objection).doesNotContain(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve chars",
                "saltvägen till Slussen",
                "Σαλονίκη τη νύχτα",
                "соль на дороге",
                "🎬🎬🧂🛣️ clap clap"
            })
    void any_script_is_taken(String password) {
        assertThat(PasswordRules.objection(PasswordRules.normalised(password), ANA))
                .isEmpty();
    }

    @Test
    void a_hundred_and_twenty_eight_characters_are_taken_and_no_more() {
        var long128 = "The call is at six and the quay is cold. ".repeat(4).substring(0, 127) + "x";

        assertThat(PasswordRules.objection(long128, ANA)).isEmpty();
        assertThat(PasswordRules.objection(long128 + "y", ANA)).hasValueSatisfying(objection -> assertThat(objection)
                .contains("129 characters (expected: 12 to 128)"));
    }

    @Test
    void an_accent_typed_as_one_character_or_as_two_is_the_same_password() {
        assertThat(PasswordRules.normalised("Åsa målar Slussen"))
                .isEqualTo(PasswordRules.normalised("A\u030Asa målar Slussen"));
    }
}
