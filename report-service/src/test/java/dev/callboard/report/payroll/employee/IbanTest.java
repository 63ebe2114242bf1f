package dev.callboard.report.payroll.employee;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IbanTest {
    @Test
    void check_digits_tell_a_valid_number() {
        assertThat(Iban.valid("GB82WEST12345698765432")).isTrue(); // the example of ISO 13616
        assertThat(Iban.valid("GB82WEST12345698765433")).isFalse();
        assertThat(Iban.valid("GB28WEST12345698765432")).isFalse();
        assertThat(Iban.valid("")).isFalse();
        assertThat(Iban.valid("SE")).isFalse();
    }

    @Test
    void a_number_is_compared_without_its_spaces_and_shown_by_its_end() {
        assertThat(Iban.plain("gb82 west 1234 5698 7654 32")).isEqualTo("GB82WEST12345698765432");
        assertThat(Iban.masked("GB82WEST12345698765432")).isEqualTo("•••• 5432");
        assertThat(Iban.masked("")).isEmpty();
    }
}
