package dev.callboard.project.delivery;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.SaltRoad;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

class LetterTest {
    static final Letter.Recipient ASA = new Letter.Recipient("Åsa Öberg", "Åsa", "asa.oberg@post.example");

    private final Brief brief = SaltRoad.asaAt("2027-10-30T18:30");
    private final Letter letter = letter(brief);

    @Test
    void the_plain_text_is_word_for_word_the_reference_design() throws IOException {
        var two = told(brief, brief.production(), brief.then().subList(0, 2));
        try (var reference = Objects.requireNonNull(getClass().getResourceAsStream("/looks/mail.txt"))) {
            assertThat(letter(two).text().stripTrailing())
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
                .contains(
                        "19:15 &nbsp;First meal, unit base<br>20:00 &nbsp;Safety briefing, everyone<br>01:00 &nbsp;Hot meal (Sunday)<")
                .contains("<a href=\"https://callboard.example/a/m3Xv7kQe2R\"")
                .doesNotContain("<form", "<script", "<img");
    }

    @Test
    void whatever_is_to_come_is_told_and_where_it_is_on_another_date_the_day_too() {
        assertThat(letter.text()).contains("""
                THEN
                19:15 first meal, unit base
                20:00 safety briefing, everyone
                01:00 hot meal (Sunday)

                """);
        var scenes = IntStream.rangeClosed(1, Brief.MOST_TO_COME)
                .mapToObj(scene -> new Brief.Then(brief.callAt().plusSeconds(scene * 1800L), "scene " + scene, null))
                .toList();
        var busy = letter(told(brief, brief.production(), scenes));
        assertThat(busy.text().lines().filter(line -> line.contains(" scene "))).hasSize(Brief.MOST_TO_COME);
        assertThat(new LetterHtml(busy).html().split("&nbsp;Scene ", -1)).hasSize(Brief.MOST_TO_COME + 1);
    }

    @Test
    void a_name_cannot_become_markup() {
        var call = SaltRoad.call(told(brief, "<script>alert(1)</script>", brief.then()));
        assertThat(new LetterHtml(new Letter(call, ASA, "https://callboard.example/a/x", PUBLISHED)).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    private static Letter letter(Brief brief) {
        return new Letter(SaltRoad.call(brief), ASA, "https://callboard.example/a/m3Xv7kQe2R", PUBLISHED);
    }

    private static Brief told(Brief brief, String production, List<Brief.Then> then) {
        return new Brief(
                production,
                brief.company(),
                brief.unit(),
                brief.workingDay(),
                brief.zone(),
                brief.callAt(),
                brief.wrapAt(),
                brief.roles(),
                brief.place(),
                then,
                brief.ring(),
                brief.officePhone(),
                brief.askedBy());
    }
}
