package dev.callboard.user.profile;

import dev.callboard.contracts.user.UserFact.UserVerified;
import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserTest {
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Profile ANA = new Profile("Ana Lindqvist", "sv-SE", "Europe/Stockholm", null);

    private final User ana = User.registered(ID, "ana@norrsken.example", ANA, MONDAY);

    @Test
    void a_new_user_is_pending_and_has_no_password() {
        assertThat(ana.state()).isEqualTo(User.State.PENDING);
        assertThat(ana.passwordHash()).isEmpty();
        assertThat(ana.honours(MONDAY)).isFalse();
    }

    @Test
    void the_registration_whose_link_was_opened_is_the_one_that_counts() {
        var fact = ana.verify("Ana L.", "hash of the mailed registration", MONDAY);

        assertThat(fact).isEqualTo(new UserVerified(ID, MONDAY));
        assertThat(ana.state()).isEqualTo(User.State.ACTIVE);
        assertThat(ana.profile().name()).isEqualTo("Ana L.");
        assertThat(ana.passwordHash()).contains("hash of the mailed registration");
    }

    @Test
    void an_active_user_is_not_verified_again() {
        ana.verify("Ana", "hers", MONDAY);

        assertThatThrownBy(() -> ana.verify("Mallory", "his", MONDAY)).isInstanceOf(Problem.class);
        assertThat(ana.passwordHash()).contains("hers");
    }

    @Test
    void a_new_password_ends_the_sessions_before_it_and_none_after_it() {
        ana.verify("Ana", "old", MONDAY);

        ana.changePassword("new", MONDAY.plus(Duration.ofHours(1)));

        assertThat(ana.honours(MONDAY)).isFalse();
        assertThat(ana.honours(MONDAY.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void a_pending_user_is_given_no_password() {
        assertThatThrownBy(() -> ana.changePassword("new", MONDAY)).isInstanceOf(Problem.class);
        assertThat(ana.passwordHash()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Stockhom", "+02:00", "GMT+2", "", "Mars/Olympus"})
    void a_zone_without_a_clock_change_table_is_refused(String zone) {
        assertThatThrownBy(() -> new Profile("Ana", "sv", zone, null).known()).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sv_SE", "1234", "x"})
    void a_locale_that_is_no_language_tag_is_refused(String locale) {
        assertThatThrownBy(() -> new Profile("Ana", locale, "Europe/Stockholm", null).known())
                .isInstanceOf(Problem.class);
    }

    @Test
    void an_address_is_the_same_in_capitals_and_with_spaces_around_it() {
        assertThat(Email.normalised("  Åsa.Öberg@Post.Example ")).isEqualTo("åsa.öberg@post.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@norrsken.example",
                "ana@norrsken",
                "a na@norrsken.example",
                "ana@x.example\r\nBcc: all@x.example"
            })
    void what_is_no_address_is_refused(String address) {
        assertThat(Email.isOne(address)).isFalse();
    }
}
