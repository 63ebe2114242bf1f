package dev.callboard.project.delivery;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

class LetterTest {
    static final Letter.Recipient ASA = new Letter.Recipient("Åsa Öberg", "Åsa", "asa.oberg@post.example");

    private final Letter letter = new Letter(
            SaltRoad.call(SaltRoad.asaAt("2027-10-30T18:30")),
            ASA,
            "https://callboard.example/a/m3Xv7kQe2R",
            PUBLISHED);

    @Test
    void the_plain_text_is_word_for_word_the_reference_design() throws IOException {
        try (var reference = Objects.requireNonNull(getClass().getResourceAsStream("/looks/mail.txt"))) {
            assertThat(letter.text().stripTrailing())
                    .isEqualTo(new String(reference.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        }
    }

    @Test
    void subject_and_first_line_are_the_same_sentence() {
        assertThat(letter.subject()).isEqualTo("Call Sat 30 Oct 18:30 · Slussen, Stockholm · The Salt Road");
        assertThat(letter.text().lines().findFirst()).contains(letter.subject());
    }

    @Test
    void the_html_says_what_the_text_says_and_its_buttons_open_the_page() {
        var html = new LetterHtml(letter).html();
        assertThat(html)
                .contains("Saturday 30 October, night", ">18:30<", "Clocks go back at 03:00: 12 h 30, not 11 h 30.")
                .contains("19:15 &nbsp;First meal, unit base<br>20:00 &nbsp;Safety briefing, everyone")
                .contains("<a href=\"https://callboard.example/a/m3Xv7kQe2R\"")
                .doesNotContain("<form", "<script", "<img");
    }

    @Test
    void a_name_cannot_become_markup() {
        var brief = SaltRoad.asaAt("2027-10-30T18:30");
        var planted = new Brief(
                "<script>alert(1)</script>",
                brief.company(),
                brief.unit(),
                brief.workingDay(),
                brief.zone(),
                brief.callAt(),
                brief.wrapAt(),
                brief.roles(),
                brief.place(),
                brief.then(),
                brief.ring(),
                brief.officePhone(),
                brief.askedBy());
        Call call = SaltRoad.call(planted);
        assertThat(new LetterHtml(new Letter(call, ASA, "https://callboard.example/a/x", PUBLISHED)).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
