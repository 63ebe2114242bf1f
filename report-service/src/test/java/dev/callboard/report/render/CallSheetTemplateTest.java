package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Copy;
import dev.callboard.report.render.CallSheet.Department;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Person;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CallSheetTemplateTest {
    private final CallSheetTemplate template = new CallSheetTemplate(Language.EN);

    @Test
    void the_coordinators_copy_reads_as_the_reference_does() throws IOException {
        var sheet = template.draw(SlussenNight.coordinators());

        assertThat(sheet.pages()).isEqualTo(2);
        assertThat(textOf(sheet))
                .contains("Day 12 of 18 · night", "General call to wrap", "11 h")
                .contains("Grip call 18:30 18:00", "Hot meal 00:30 (+1) 01:00 (+1)", "Replaces v1 of Thu 28 Oct 19:05.")
                .contains("Clocks go back tonight", "The hour from 02:00 comes twice: first A (UTC+2), then B (UTC+1).")
                .contains("Saltsjö sjukhus", "070-174 06 12", "17:01 · dark 17:43")
                .contains("02:00 A (+1) 38 ◆2 The fall from the lock steps Lock, west steps 2, 2S · stunts 1 h")
                .contains("2S Ines Carvalho Ilja, stunt double own 23:30 01:45 (+1) ●")
                .contains("18:15 Cast car 1 Hotel Saltsjö –", "Diets 21 vegetarian, 9 vegan")
                .contains("5 Ольга Вершинина Widow Lind 20:30 21:15 22:45 ○", "58 called, 57 answered")
                .contains("Crew by department · 104 called", "● acknowledged 98", "▲ not delivered 1")
                .contains("Best boy grip Bo Ekdahl ◆1 18:00 ●", "Approved by Maria Holm · page 2 of 2");
    }

    @Test
    void bos_own_call_stands_above_the_general_one_and_nobodys_answer_is_shown() throws IOException {
        var text = textOf(template.draw(SlussenNight.of("Bo Ekdahl", "best boy grip", "18:00")));

        assertThat(text).contains("Your call, best boy grip", "Copy for Bo Ekdahl · do not pass on");
        assertThat(text).doesNotContain("●", "○", "answered");
    }

    @Test
    void a_redacted_copy_has_calls_and_no_names() throws IOException {
        var text = textOf(template.draw(SlussenNight.redacted()));

        assertThat(text).contains("Best boy grip", "18:00", "Saltsjö sjukhus", "Redacted copy");
        assertThat(text).doesNotContain("Ekdahl", "Norén", "Marit Solheim", "Hotel Saltsjö", "vegetarian", "Pickup");
    }

    @Test
    void a_hundred_and_twenty_people_stand_on_two_pages() {
        var crew = List.of(
                department("Camera", 12),
                department("Grip", 12),
                department("Lighting", 16),
                department("Sound", 6),
                department("Art", 18),
                department("Costume", 20),
                department("Stunts", 10),
                department("Locations", 14),
                department("Transport", 12));

        assertThat(crew.stream().mapToInt(of -> of.people().size()).sum()).isEqualTo(120);
        assertThat(template.draw(coordinators(crew)).pages()).isEqualTo(2);
    }

    @Test
    void names_that_wrap_take_the_room_of_short_roles_before_they_take_a_third_page() throws IOException {
        var wrapping = IntStream.rangeClosed(1, 110)
                .mapToObj(at ->
                        new Person("Grip", "Katarina Söderlund-" + at, SlussenNight.at("18:00"), Mark.ACKNOWLEDGED, 0))
                .toList();

        var sheet = template.draw(coordinators(List.of(new Department("Grip", null, null, wrapping))));

        assertThat(sheet.pages()).isEqualTo(2);
        assertThat(textOf(sheet)).contains("Grip Katarina Söderlund-110 18:00");
    }

    @Test
    void a_department_that_must_split_repeats_its_name() throws IOException {
        var text = textOf(template.draw(coordinators(List.of(department("Background", 90)))));

        assertThat(text).contains("Background, continued");
        assertThat(text.split("Person", -1)).hasSize(91);
    }

    @Test
    void a_long_name_wraps_between_its_parts_and_its_time_stays_on_the_first_line() throws IOException {
        assertThat(textOf(template.draw(SlussenNight.coordinators())))
                .contains("Set runner Wilhelmina\nEhrensvärd-\nLagerbielke\n18:00 ●");
    }

    @Test
    void a_note_that_is_higher_than_a_page_goes_on_overleaf_and_none_of_it_is_lost() throws IOException {
        var notes = LongPapers.counted("note", 4_000);
        var sheet = Renamed.of(SlussenNight.coordinators(), "2 cameras, rain bars", notes);

        assertThat(TextBoxes.misplaced(GalleryTest.drawn(template, sheet))).isEmpty();
        assertThat(textOf(template.draw(sheet)).split("\\s+")).contains(notes.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_its_own_words_and_two_pages(Language language) throws IOException {
        var tail = new CallSheetTemplate(language).draw(SlussenNight.coordinators());

        assertThat(tail.pages()).isEqualTo(2);
        assertThat(new CallSheetTemplate(language)
                        .draw(SlussenNight.of("Bo Ekdahl", "best boy grip", "18:00"))
                        .pages())
                .isEqualTo(2);
        assertThat(textOf(tail)).contains(Words.of(language).say(Word.CLOCKS_BACK_TONIGHT));
    }

    private static CallSheet coordinators(List<Department> crew) {
        return SlussenNight.sheet(new Copy(Copy.Kind.COORDINATOR, "Ana Lindqvist"), null, crew);
    }

    private static Department department(String name, int people) {
        return new Department(
                name,
                "Hedda Norén",
                "+46701740624",
                IntStream.rangeClosed(1, people)
                        .mapToObj(at ->
                                new Person("Grip", "Person " + at, SlussenNight.at("18:00"), Mark.ACKNOWLEDGED, 0))
                        .toList());
    }

    private String textOf(Tail tail) throws IOException {
        var document = new ByteArrayOutputStream();
        document.write(template.prefix(tail.prefix()));
        document.write(tail.bytes());
        try (PDDocument opened = Loader.loadPDF(document.toByteArray())) {
            var text = new PDFTextStripper();
            text.setSortByPosition(false);
            return text.getText(opened);
        }
    }
}
