package dev.callboard.kit.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class EchoTest {
    @ParameterizedTest
    @ValueSource(strings = {"iban", "employee.taxId", "birthDate", "person.birth_date", "password", "card.number"})
    void what_never_leaves_payroll_is_in_no_error(String field) {
        assertThat(Echo.of(field, "17 February 1990")).isNull();
        assertThat(Echo.of(field, LocalDate.of(1990, 2, 17))).isNull();
    }

    @Test
    void other_values_are_named_by_their_beginning() {
        assertThat(Echo.of("startedOn", LocalDate.of(2027, 10, 17))).isEqualTo("2027-10-17");
        assertThat(Echo.of("name", "x".repeat(81))).isEqualTo("x".repeat(80) + "… (81 characters)");
    }
}
