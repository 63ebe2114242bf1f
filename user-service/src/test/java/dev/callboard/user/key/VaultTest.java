package dev.callboard.user.key;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {
    private static final String SECRET = "a secret of thirty-two characters";
    private static final byte[] KEY = "{\"kty\":\"EC\"}".getBytes(UTF_8);

    @Test
    void what_is_encrypted_is_unreadable_and_opens_again() {
        var vault = VaultFixture.vault(SECRET);

        var encrypted = vault.encrypt(KEY, "key-1");

        assertThat(new String(encrypted, UTF_8)).doesNotContain("kty");
        assertThat(vault.decrypt(encrypted, "key-1")).isEqualTo(KEY);
    }

    @Test
    void it_opens_neither_under_another_secret_nor_in_another_row() {
        var encrypted = VaultFixture.vault(SECRET).encrypt(KEY, "key-1");

        assertThatThrownBy(() -> VaultFixture.vault(SECRET + "!").decrypt(encrypted, "key-1"))
                .hasMessageContaining("callboard.keys.secret");
        assertThatThrownBy(() -> VaultFixture.vault(SECRET).decrypt(encrypted, "key-2"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_key_is_encrypted_differently_twice() {
        var vault = VaultFixture.vault(SECRET);

        assertThat(vault.encrypt(KEY, "key-1")).isNotEqualTo(vault.encrypt(KEY, "key-1"));
    }

    @Test
    void outside_the_local_profile_neither_the_packaged_secret_nor_a_short_one_starts_a_service() {
        assertThatThrownBy(() -> VaultFixture.vault(KeySettings.LOCAL_SECRET, "production"))
                .hasMessageContaining("your own");
        assertThatThrownBy(() -> VaultFixture.vault("short", "production")).hasMessageContaining("32 or more");
        assertThat(VaultFixture.vault(KeySettings.LOCAL_SECRET, "local").seal("any", KEY))
                .hasSize(32);
    }
}
