package dev.callboard.report.render;

import dev.callboard.report.render.SummoningGrid.Person;
import dev.callboard.report.render.SummoningGrid.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.callboard.report.render.GalleryTest.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One character that no font has: a paper about many is there all the same and names it, one person's is refused. */
class MissingCharactersTest {
    private static final String CLAPPER = "\uD83C\uDFAC";
    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC67";

    static Stream<Arguments> papersAboutMany() {
        return Stream.of(
                about(CallSheetTemplate::new, SlussenNight.coordinators(), "Bo Ekdahl"),
                about(CallSheetTemplate::new, SlussenNight.of("Bo Ekdahl", "best boy grip", "18:00"), "Bo Ekdahl"),
                about(CallSheetTemplate::new, SlussenNight.redacted(), "Horses: 4"),
                about(CallSheetTemplate::new, SlussenNight.coordinators(), "Saltsjö sjukhus"),
                about(CallSheetTemplate::new, SlussenNight.coordinators(), "Ferry is late"),
                about(CallSheetTemplate::new, SlussenNight.coordinators(), "The Salt Road"),
                about(CallSheetTemplate::new, SlussenNight.coordinators(), "Ana Lindqvist"),
                about(SummoningGridTemplate::new, SaltRoad.grid(), "Zoë Müller"),
                about(SummoningGridTemplate::new, SaltRoad.grid(), "The Salt Road"),
                about(ProjectPlanTemplate::new, SaltRoad.plan(), "A feature film"),
                about(ProjectPlanTemplate::new, SaltRoad.plan(), "The Salt Road"),
                about(
                        ProjectPlanTemplate::new,
                        SaltRoad.plan(),
                        SaltRoad.plan().activities().get(3).title()),
                about(AccountStatementTemplate::new, NorrskenBooks.october(), "Northbound"),
                about(AccountStatementTemplate::new, NorrskenBooks.october(), "Norrsken Produktion"),
                about(InvoiceTemplate::new, NorrskenBooks.invoice(), "Hamngatan 2"),
                about(InvoiceTemplate::new, NorrskenBooks.invoice(), "Norrsken Produktion"),
                about(TaxSummaryTemplate::new, Norrsken2027.taxSummary(0), "Norrsken Produktion"),
                about(LeaveSummaryTemplate::new, Norrsken2027.leaveSummary(), "Bo Ekdahl"),
                about(LeaveSummaryTemplate::new, Norrsken2027.leaveSummary(), "grip"),
                about(PayRegisterTemplate::new, Norrsken2027.payRegister(120), "Norrsken Produktion"));
    }

    private static <T> Arguments about(Function<Language, Template<T>> template, T item, String name) {
        return Arguments.of(template, item, name);
    }

    @ParameterizedTest
    @MethodSource("papersAboutMany")
    <T> void the_sign_is_a_question_mark_and_the_paper_says_for_which_and_where(
            Function<Language, Template<T>> templates, T item, String name) throws IOException {
        var template = templates.apply(Language.EN);
        var before = PrintedText.of(template, item).replaceAll("\\s+", " ");

        var text =
                PrintedText.of(template, Renamed.of(item, name, name + CLAPPER)).replaceAll("\\s+", " ");

        assertThat(before).contains(name).doesNotContain("stands for a character");
        assertThat(text).contains(name + "?").doesNotContain(CLAPPER);
        assertThat(text)
                .contains("do not have: U+1F3AC clapper board in “")
                .containsPattern("in “[^”]*" + last(name) + "\\?");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    @ParameterizedTest
    @MethodSource("papersAboutMany")
    <T> void the_note_keeps_to_the_margins_in_every_language(
            Function<Language, Template<T>> templates, T item, String name) throws IOException {
        var renamed = Renamed.of(item, name, name + CLAPPER);
        for (var language : Language.values())
            assertThat(TextBoxes.misplaced(drawn(templates.apply(language), renamed)))
                    .as(language.tag())
                    .isEmpty();
    }

    @Test
    void an_emoji_of_several_code_points_is_one_question_mark_and_each_of_them_is_named() throws IOException {
        assertThat(grid("Bo " + FAMILY + "Ekdahl"))
                .contains("Bo ?Ekdahl")
                .contains("U+1F469 woman, U+200D zero width joiner and U+1F467 girl in “Bo ?Ekdahl”.");
    }

    @Test
    void a_blank_that_no_font_has_is_a_blank() throws IOException {
        assertThat(grid("Bo\u2003Ekdahl")).contains("Bo Ekdahl").doesNotContain("stands for");
    }

    @Test
    void a_mark_that_turns_the_direction_of_writing_is_shown() throws IOException {
        assertThat(grid("Bo\u202E Ekdahl")).contains("Bo? Ekdahl", "U+202E right-to-left override in “Bo? Ekdahl”");
    }

    @Test
    void many_are_counted_behind_the_first_twelve() throws IOException {
        var names = IntStream.rangeClosed(1, 100)
                .mapToObj(at -> "Crew" + at + "x" + CLAPPER)
                .toArray(String[]::new);

        assertThat(grid(names))
                .contains("Crew1x?", "Crew100x?")
                .contains("clapper board in “Crew1x?”, “Crew2x?”,", "“Crew11x?” and “Crew12x?”; 88 more places.")
                .doesNotContain("“Crew13x?”");
    }

    @Test
    void a_call_sheet_needs_no_further_page_for_it() {
        var sheet = Renamed.of(SlussenNight.coordinators(), "Bo Ekdahl", "Bo " + CLAPPER);

        assertThat(new CallSheetTemplate(Language.EN).draw(sheet).pages()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_note_itself_is_legible_in_every_language(Language language) throws IOException {
        var missing = new MissingCharacters();
        missing.replaced(FontBuckets.get().glyphs(Style.REGULAR), "Bo " + CLAPPER + " \u5317");

        assertThat(Characters.withoutForm(missing.note(Words.of(language)))).isEmpty();
    }

    @Test
    void one_persons_document_is_refused_with_the_character_by_name() {
        assertThatThrownBy(() -> new PaySlipTemplate().draw(BoEkdahl.slipOf("Bo " + CLAPPER)))
                .isInstanceOf(DrawingFailed.class)
                .hasMessageContaining("U+1F3AC");
        assertThatThrownBy(() -> new TaxReportTemplate(Language.EN)
                        .draw(Renamed.of(ZoeMuller.taxReport(), "Zoë Müller", "Zoë " + CLAPPER)))
                .isInstanceOf(DrawingFailed.class);
        assertThatThrownBy(() -> new LeaveReportTemplate(Language.EN)
                        .draw(Renamed.of(AsaOberg.leaveReport(), "Åsa Öberg", "Åsa " + CLAPPER)))
                .isInstanceOf(DrawingFailed.class);
    }

    private static String grid(String... names) throws IOException {
        var grid = SaltRoad.grid();
        var people = Stream.of(names)
                .map(name -> new Person(name, "grip", List.of()))
                .toList();
        var of = new SummoningGrid("The Salt Road", 1, grid.asOf(), grid.days(), List.of(new Team("Grip", people)));
        return PrintedText.of(new SummoningGridTemplate(Language.EN), of).replaceAll("\\s+", " ");
    }
}
