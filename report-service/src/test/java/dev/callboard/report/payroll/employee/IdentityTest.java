package dev.callboard.report.payroll.employee;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityTest {
    private static final Identity BO = person("19900217-1234", "1990-02-17", "Bo", "Ekdahl", "bo@norrsken.example");
    private static final Identity ALMA = person("19850505-9999", "1985-05-05", "Alma", "Lind", "alma@norrsken.example");

    private static Identity person(
            String taxId, @Nullable String born, String given, String family, @Nullable String email) {
        return new Identity(taxId, born == null ? null : LocalDate.parse(born), given, family, email);
    }

    private static void isStill(Identity stored, Identity mended) {
        assertThat(mended.isOfThePersonOf(stored)).isTrue();
        assertThat(stored.isOfThePersonOf(mended)).isTrue();
    }

    private static void isAnother(Identity stored, Identity given) {
        assertThat(given.isOfThePersonOf(stored)).isFalse();
        assertThat(stored.isOfThePersonOf(given)).isFalse();
    }

    @Test
    void somebody_else_is_who_has_nothing_in_common() {
        isAnother(BO, ALMA);
        isAnother(person("", null, "Bo", "Ekdahl", "bo@a.example"), person("", null, "Alma", "Lind", "alma@a.example"));
        isAnother(person("", null, "Bo", "Ekdahl", null), person("", null, "Alma", "Lind", null));
        isAnother(BO, person("", null, "Alma", "Lind", null));
    }

    @Test
    void a_new_name_and_a_new_address_are_of_the_same_person() {
        isStill(BO, person("199002171234", "1990-02-17", "Bo", "Falk", "bo.falk@norrsken.example"));
        isStill(BO, person("", "1990-02-17", "Bo", "Falk", null));
        isStill(person("", null, "Bo", "Ekdahl", "bo@a.example"), person("", null, "Bo", "Ekdahl", "bo@b.example"));
        isStill(person("", null, "Bo", "Ekdahl", "bo@a.example"), person("", null, "Bo", "Falk", "BO@a.example"));
    }

    @Test
    void a_mistake_in_each_single_value_can_be_mended() {
        isStill(BO, person("19900217-1235", "1990-02-17", "Bo", "Ekdahl", "bo@norrsken.example"));
        isStill(BO, person("19900217-1234", "1991-02-17", "Bo", "Ekdahl", "bo@norrsken.example"));
        isStill(BO, person("19900217-1234", "1990-02-17", "Ob", "Ekdal", "bo@norrsken.example"));
        isStill(person("", "1990-02-17", "Bo", "Ekdahl", null), person("", "1991-02-17", "Bo", "Ekdahl", null));
        isStill(person("1", null, "Bo", "Ekdahl", null), person("2", null, "Bo", "Ekdahl", null));
        isStill(person("", null, "Bo", "Ekdahl", null), person("", null, "Bo", "Ekdal", null));
    }

    @Test
    void a_namesake_with_another_birth_date_and_another_tax_id_is_somebody_else() {
        isAnother(BO, person("19600101-0001", "1960-01-01", "Bo", "Ekdahl", "bo@norrsken.example"));
    }

    @Test
    void a_birth_date_in_common_alone_is_an_accident() {
        isAnother(BO, person("19900217-9999", "1990-02-17", "Alma", "Lind", "alma@norrsken.example"));
    }

    @Test
    void what_differs_is_named_without_its_value() {
        assertThat(ALMA.differencesFrom(BO))
                .containsExactly("tax id", "birth date", "given name", "family name", "e-mail address");
        assertThat(BO.differencesFrom(BO)).isEmpty();
        assertThat(BO).hasToString("identity of Bo Ekdahl");
    }
}
