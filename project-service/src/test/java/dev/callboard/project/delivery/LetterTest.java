package dev.callboard.project.delivery;

import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.SaltRoad;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    void who_was_called_at_another_time_reads_first_what_is_different_and_nothing_else() {
        var again = changed(SaltRoad.asaAt("2027-10-30T19:00"), brief);
        assertThat(again.subject()).isEqualTo(letter.subject());
        assertThat(again.text()).startsWith(letter.subject() + """


                CHANGED since version 1 of this call:
                Call 18:30 (was 19:00)

                Hello Åsa,
                """);
        assertThat(new LetterHtml(again).html())
                .contains("Changed since version 1 of this call<", "Call <b>18:30</b> (was <del")
                .containsOnlyOnce("<del")
                .satisfies(html -> assertThat(html.indexOf("<del")).isLessThan(html.indexOf("Saturday 30 October")));
    }

    @Test
    void what_is_new_and_what_has_gone_is_told_as_such() {
        var fewer = told(brief, brief.production(), brief.then().subList(0, 2));
        assertThat(changed(fewer, brief).text()).contains("\nHot meal 01:00 (new)\n");
        assertThat(new LetterHtml(changed(fewer, brief)).html()).contains("Hot meal <b>01:00</b> (new)");
        assertThat(changed(brief, fewer).text()).contains("\nHot meal no longer (was 01:00)\n");
        assertThat(new LetterHtml(changed(brief, fewer)).html())
                .contains("Hot meal <b>no longer</b> (was <del style=\"color:#4a4a4a\">01:00</del>)");
    }

    @Test
    void a_first_call_has_no_changes() {
        assertThat(letter.text()).doesNotContain("CHANGED");
        assertThat(new LetterHtml(letter).html()).doesNotContain("Changed since", "<del");
    }

    @Test
    void who_has_come_is_told_and_asked_nothing() {
        var arrived = new Attendance.Arrived(SaltRoad.at("2027-10-30T17:50"));
        var there = SaltRoad.call(SaltRoad.asaAt("2027-10-30T19:00"))
                .attendance(arrived, Actor.PLATFORM, arrived.at())
                .call();
        var call = SaltRoad.call(brief, 2, UUID.randomUUID()).goingOnFrom(there);
        var told = new Letter(call, there.brief(), ASA, "https://callboard.example/a/x", PUBLISHED);
        for (var mail : List.of(told.text(), new LetterHtml(told).html()))
            assertThat(mail)
                    .contains("Call ", "19:00", "You have come already: nothing to answer.")
                    .doesNotContainIgnoringCase("please answer", "I can't", "I can’t", "reply");
    }

    @Test
    void a_name_cannot_become_markup() {
        var call = SaltRoad.call(told(brief, "<script>alert(1)</script>", brief.then()));
        assertThat(new LetterHtml(new Letter(call, null, ASA, "https://callboard.example/a/x", PUBLISHED)).html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    private static Letter changed(Brief before, Brief now) {
        var call = SaltRoad.call(now, 2, UUID.randomUUID());
        return new Letter(call, before, ASA, "https://callboard.example/a/m3Xv7kQe2R", PUBLISHED);
    }

    private static Letter letter(Brief brief) {
        return new Letter(SaltRoad.call(brief), null, ASA, "https://callboard.example/a/m3Xv7kQe2R", PUBLISHED);
    }

    private static Brief told(Brief brief, String production, List<Brief.Then> then) {
        return SaltRoad.told(brief, production, brief.place(), then);
    }
}
