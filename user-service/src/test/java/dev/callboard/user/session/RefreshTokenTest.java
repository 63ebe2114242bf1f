package dev.callboard.user.session;

import dev.callboard.user.key.VaultFixture;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTokenTest {
    private static final UUID SESSION = UUID.fromString("019a0000-0000-7000-8000-00000000000a");

    @Test
    void a_token_is_read_as_it_was_written() {
        var vault = VaultFixture.vault("a secret of thirty-two characters");

        var text = new RefreshToken(SESSION, 7).text(vault);

        assertThat(RefreshToken.read(text, vault)).contains(new RefreshToken(SESSION, 7));
    }

    @Test
    void a_token_with_one_bit_changed_is_none() {
        var vault = VaultFixture.vault("a secret of thirty-two characters");
        var text = new RefreshToken(SESSION, 7).text(vault);

        for (int i = 0; i < text.length() - 1; i++) { // of the last character, two bits are padding
            var other = text.charAt(i) == 'A' ? 'B' : 'A';
            var changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(RefreshToken.read(changed, vault)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void a_token_of_another_platform_is_none() {
        var text = new RefreshToken(SESSION, 7).text(VaultFixture.vault("a secret of thirty-two characters"));

        assertThat(RefreshToken.read(text, VaultFixture.vault("another one of thirty-two characters")))
                .isEmpty();
    }

    @Test
    void what_is_no_token_at_all_is_none() {
        var vault = VaultFixture.vault("a secret of thirty-two characters");

        assertThat(RefreshToken.read("", vault)).isEmpty();
        assertThat(RefreshToken.read("not a token", vault)).isEmpty();
        assertThat(RefreshToken.read("AAAA", vault)).isEmpty();
    }

    @Test
    void a_token_does_not_show_itself_in_a_log() {
        assertThat(new RefreshToken(SESSION, 7).toString())
                .doesNotContain(
                        new RefreshToken(SESSION, 7).text(VaultFixture.vault("a secret of thirty-two characters")));
    }
}
