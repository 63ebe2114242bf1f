package dev.callboard.user.registration;

import dev.callboard.kit.problem.Problem;
import dev.callboard.user.registration.MailedLink.Purpose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailedLinkTest {
    private static final Instant MONDAY = Instant.parse("2027-10-04T07:00:00Z");

    private final LinkToken token = LinkToken.random();
    private final MailedLink link = new MailedLink(
            UUID.fromString("019a0000-0000-7000-8000-00000000000b"),
            UUID.fromString("019a0000-0000-7000-8000-000000000001"),
            Purpose.VERIFY,
            token,
            MONDAY);

    @Test
    void a_link_is_good_once() {
        link.use(MONDAY.plusSeconds(60));

        assertThatThrownBy(() -> link.use(MONDAY.plusSeconds(61)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("used before");
    }

    @Test
    void a_verification_is_good_for_a_day_less_a_moment() {
        assertThatThrownBy(() -> link.use(MONDAY.plus(Duration.ofHours(24))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2027-10-05T07:00:00Z");

        link.use(MONDAY.plus(Duration.ofHours(24)).minusMillis(1));

        assertThat(link.usedAt).isNotNull();
    }

    @Test
    void of_its_token_only_the_hash_is_kept() {
        assertThat(link.tokenHash).hasSize(32).isEqualTo(token.hash());
        assertThat(token.text()).hasSize(43);
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void no_token_comes_twice() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++)
            assertThat(seen.add(LinkToken.random().text())).isTrue();
    }

    @Test
    void a_name_in_a_mail_is_text_whatever_is_in_it() {
        var letter = new Letter("Confirm", "reason", "Confirm", "https://callboard.example/verify#t", "after");

        assertThat(letter.html("<img src=x onerror=alert(1)>\"'&"))
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
    }
}
