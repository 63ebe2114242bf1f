package dev.callboard.project.answer;

import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Changed;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.SaltRoad;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.ANSWER_BY;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerPageTest {
    /** Ten segments of 1,460 bytes: the first round trip of a cold connection, RFC 6928. */
    private static final int FIRST_ROUND_TRIP = 14 * 1024;

    private static final String TOKEN = "q7Zk2mVd9T";
    private final Call call = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"));

    @Test
    void a_pending_call_says_who_what_where_when_and_asks_once() {
        var html = page(call);
        assertThat(html)
                .contains("<title>Call Sat 30 Oct 18:00 · Slussen, Stockholm · The Salt Road</title>")
                .contains("<b>The Salt Road</b><span>Bo Ekdahl</span>")
                .contains("<h1>Sat 30 October, night</h1>", "Your call as best boy grip", "<p class=\"time\">18:00</p>")
                .contains(
                        "Stockholm time. Wrap about 06:00 on Sunday.<br><b>Clocks go back at 03:00: 13 hours, not 12.</b>")
                .contains(
                        "Please answer before <b>Fri 29 Oct 22:00</b>", "I’ll be there", "A word for Ana, if you like")
                .contains("19:15 first meal · 20:00 safety briefing · 01:00 hot meal (Sunday)<")
                .contains("<b>Hedda Norén</b>, key grip · <a href=\"tel:+46701740624\">070-174 06 24</a>");
    }

    @Test
    void no_script_is_needed_nor_there() {
        assertThat(page(call)).doesNotContain("<script", "javascript:", "onclick");
        assertThat(PageStyle.POLICY)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page(call)).doesNotContain("style=\"");
    }

    @Test
    void the_button_stands_before_the_reasons_and_both_before_what_comes_next() {
        var html = page(call);
        assertThat(html.indexOf("ACKNOWLEDGED")).isLessThan(html.indexOf("<details>"));
        assertThat(html.indexOf("<details>")).isLessThan(html.indexOf("first meal"));
    }

    @Test
    void an_acknowledged_call_says_so_and_can_be_taken_back() {
        var html = page(answered(new Answer.Acknowledged(given())));
        assertThat(html)
                .contains("<title>You’ll be there · Sat 30 Oct 18:00 · Slussen, Stockholm · The Salt Road</title>")
                .contains("Answered Fri 29 Oct 18:02, on this page.<br>The production has it. Nothing more to do.")
                .contains("<dt>01:00</dt><dd>Hot meal (Sunday)</dd>", "I can’t after all", "/calendar.ics")
                .doesNotContain("value=\"ACKNOWLEDGED\"");
    }

    @Test
    void a_declined_call_offers_the_way_back() {
        var html = page(answered(new Answer.Declined(given(), Answer.Reason.ILL, null)));
        assertThat(html)
                .contains("You can’t come", "I am ill", "I’ll be there after all")
                .doesNotContain("<details>");
    }

    @Test
    void a_replaced_call_offers_no_yes_and_one_way_forward() {
        var given = given();
        var old = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:30"));
        old = old.answer(new Answer.Acknowledged(given), given)
                .call()
                .supersede(UUID.randomUUID(), at("2027-10-29T17:40"));
        var now = SaltRoad.call(call.brief(), 2, UUID.randomUUID());
        var html = AnswerPage.replaced(new AnswerPage.Replaced(old, now, "Bo Ekdahl", "w4Hn8pLs1B"));
        assertThat(html)
                .contains("Your new call as best boy grip", "<p class=\"time\">18:00</p>")
                .contains("Before: <del>18:30</del>. Half an hour earlier.")
                .contains("Not changed", "<b>Slussen, lower quay</b><br>Wrap about 06:00 on Sunday")
                .contains("Your yes of Fri 29 Oct 18:02 was for the old call. Please answer again.")
                .contains("<a class=\"btn\" href=\"/api/v1/answers/w4Hn8pLs1B\">See the new call</a>")
                .doesNotContain("<form", "<button");
    }

    @Test
    void who_was_asked_before_reads_what_is_different_until_she_has_answered() {
        var later = SaltRoad.boAt("2027-10-30T18:30");
        assertThat(new AnswerPage(call, later, "Bo Ekdahl", TOKEN).html())
                .contains("<p class=\"time\">18:00</p>", "Before: <del>18:30</del>. Half an hour earlier.")
                .contains("I’ll be there")
                .doesNotContain("Also changed", "Not changed");
        var said = answered(new Answer.Acknowledged(given()));
        assertThat(new AnswerPage(said, later, "Bo Ekdahl", TOKEN).html()).doesNotContain("<del>");
        assertThat(AnswerView.of(call, later, "Bo Ekdahl").changes())
                .containsExactly(new Changed("Call", "18:30", "18:00"));
    }

    @Test
    void who_has_come_is_told_what_is_different_and_asked_nothing() {
        var arrived = new Attendance.Arrived(at("2027-10-30T17:50"));
        var before = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:30"))
                .attendance(arrived, Actor.PLATFORM, arrived.at())
                .call();
        var now = SaltRoad.call(call.brief(), 2, UUID.randomUUID()).goingOnFrom(before);
        assertThat(new AnswerPage(now, before.brief(), "Bo Ekdahl", TOKEN).html())
                .contains("<b>You’re there</b>", "Noted as arrived Sat 30 Oct 17:50.<br>Nothing to answer.")
                .contains("Before: <del>18:30</del>")
                .doesNotContain("<form", "<button");
        assertThat(AnswerPage.replaced(new AnswerPage.Replaced(before, now, "Bo Ekdahl", "w4Hn8pLs1B")))
                .contains("You have come already: nothing to answer.", "See the new call")
                .doesNotContain("answer again", "needs your answer");
    }

    @Test
    void every_page_fits_the_first_round_trip_even_with_long_names() {
        var brief = call.brief();
        var long80 = "Ж".repeat(80);
        var full = SaltRoad.call(new Brief(
                long80,
                long80,
                "main",
                brief.workingDay(),
                brief.zone(),
                brief.callAt(),
                brief.wrapAt(),
                List.of(long80, long80, long80),
                new Brief.Place(long80, long80, long80 + long80, long80, "https://maps.example/" + "x".repeat(200)),
                Collections.nCopies(12, new Brief.Then(at("2027-10-30T19:15"), long80, long80)),
                new Brief.Contact(long80, long80, "+46701740624"),
                "+46701740619",
                long80));
        var next = SaltRoad.call(brief, 2, UUID.randomUUID());
        assertThat(List.of(
                        page(full),
                        new AnswerPage(full, brief, long80, TOKEN).html(),
                        new AnswerPage(next, full.brief(), long80, TOKEN).html(),
                        page(answered(full, new Answer.Acknowledged(given()))),
                        page(answered(full, new Answer.Declined(given(), Answer.Reason.OTHER, long80))),
                        AnswerPage.replaced(new AnswerPage.Replaced(full, next, long80, TOKEN)),
                        AnswerPage.withdrawn(full, long80)))
                .allSatisfy(html ->
                        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(FIRST_ROUND_TRIP));
    }

    @Test
    void text_of_users_is_text() {
        var html = new AnswerPage(call, null, "<img src=x onerror=alert(1)>", TOKEN).html();
        assertThat(html).doesNotContain("<img", "<script").contains("&lt;img");
    }

    private String page(Call shown) {
        return new AnswerPage(shown, null, "Bo Ekdahl", TOKEN).html();
    }

    private Call answered(Answer answer) {
        return answered(call, answer);
    }

    private static Call answered(Call call, Answer answer) {
        return call.answer(answer, given()).call();
    }

    private static Answer.Given given() {
        return Answer.Given.of(
                at("2027-10-29T18:02"), null, PUBLISHED, ANSWER_BY, Channel.LINK, Actor.BEARER_OF_THE_LINK);
    }
}
