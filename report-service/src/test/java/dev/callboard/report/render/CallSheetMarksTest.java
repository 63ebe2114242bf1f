package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Change;
import dev.callboard.report.render.CallSheet.Change.About;
import dev.callboard.report.render.CallSheet.Copy;
import dev.callboard.report.render.CallSheet.Own;
import dev.callboard.report.render.CallSheet.Version;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.SlussenNight.at;
import static org.assertj.core.api.Assertions.assertThat;

/** What is new on a sheet: named in its head, and marked in each cell that shows it. */
class CallSheetMarksTest {
    private final CallSheetTemplate template = new CallSheetTemplate(Language.EN);

    /** Something of every kind, so that each cell of the sheet is new. */
    private static List<Change> everything() {
        var changes = new Numbered();
        changes.time(About.GENERAL_CALL, "", "19:30", "20:00", "/generalCall", "/schedule/2/at");
        changes.time(About.WRAP, "", "05:30 (+1)", "06:00 (+1)", "/wrap");
        changes.text(About.HOSPITAL, "", "Danderyds sjukhus", "Saltsjö sjukhus", "/safety/hospital");
        changes.text(About.MEDIC, "", "+46701740699", "+46701740614", "/safety/medic");
        changes.text(About.NOTES, "", null, null, "/safety/notes");
        changes.text(About.SET, "", "Slussen, upper quay", "Slussen, lower quay", "/place/set");
        changes.text(About.MAP, "", "59.32 18.0722", "59.3195 18.0722", "/place/map");
        changes.text(About.WEATHER, "", "clear", null, "/sky/weather");
        changes.time(About.ACTIVITY, "41", "21:15", "20:45", "/schedule/3/at");
        changes.text(About.ACTIVITY, "42", "Quay", "Bridge, east end", "/schedule/4/location");
        changes.text(About.PEOPLE, "43", "3 + 1 + 6", "3 + 3 + 6", "/schedule/8/needs");
        changes.text(About.ACTIVITY, "45", "The rescue", null);
        changes.time(About.MOVE, "the lock", "00:30 (+1)", "00:45 (+1)", "/schedule/5/at");
        changes.time(About.PICKUP, "Sigrid Hallström", "18:00", "18:15", "/cast/0/pickup");
        changes.time(About.MAKE_UP, "Đorđe Petrović", "18:45", "19:00", "/cast/1/makeUp");
        changes.text(About.HOLDING, "", "Tent 1", "Tent 2", "/background/0/holding", "/background/1/holding");
        changes.text(About.TRANSPORT, "Hotel Saltsjö – base", "Cast car 2", "Cast car 1", "/transport/1/vehicle");
        changes.text(About.CATERING, "Hot meal", "160", "168", "/catering/meals/1/count");
        changes.text(About.DIETS, "", null, null, "/catering/diets");
        changes.text(About.RADIO, "5", "Safety", "Locations", "/radio/4/use");
        changes.text(About.NEXT_DAY, "2027-11-01", "Studio 1, Nacka", "Studio 2, Nacka", "/next/1/place");
        changes.text(About.CONTACT, "Production", "Maria Holm", "Sara Wikström", "/contacts/1", "/crew/0/phone");
        return changes.all;
    }

    private static final class Numbered {
        private final List<Change> all = new ArrayList<>();

        void time(About about, String subject, String before, String now, String... cells) {
            add(new Change(all.size() + 1, about, subject, at(before), at(now), null, null, List.of(cells)));
        }

        void text(About about, String subject, @Nullable String before, @Nullable String now, String... cells) {
            add(new Change(all.size() + 1, about, subject, null, null, before, now, List.of(cells)));
        }

        private void add(Change change) {
            all.add(change);
        }
    }

    @Test
    void every_changed_cell_carries_the_number_under_which_the_head_names_it() throws IOException {
        assertThat(textOf(night(everything(), 1)))
                .contains("General call ◆1", "20:00 ◆1 General call and safety briefing", "◆1 General call 19:30 20:00")
                .contains("Estimated wrap ◆2")
                .contains("◆3 Hospital Danderyds sjukhus Saltsjö sjukhus", "Hospital ◆3 Saltsjö sjukhus Ringvägen 52")
                .contains("◆4 Unit medic 070-174 06 99 070-174 06 14", "Unit medic ◆4 Marit Solheim")
                .contains("◆5 Notes ◆6 Set", "Notes ◆5 Wet stone", "Set ◆6 Slussen, lower quay")
                .contains("Map and route ◆7", "Weather ◆8 6 to 2 °C", "◆8 Weather clear ")
                .contains("20:45 ◆9 41 Ferry is late", "◆9 Activity 41 21:15 20:45")
                .contains("The carts cross the bridge Bridge, east end ◆10", "◆10 Activity 42 Quay Bridge, east end")
                .contains("1, 2, 8 · BG 6 ◆11 2 h", "◆11 Activity 43 · People 3 + 1 + 6 3 + 3 + 6")
                .contains("◆12 Activity 45 The rescue")
                .contains("00:45 (+1) ◆13 Move to the lock", "◆13 Move to the lock 00:30 (+1) 00:45 (+1)")
                .contains("Marta Lind 18:15 ◆14 18:45 20:15", "◆14 Pickup · Sigrid Hallström 18:00 18:15")
                .contains(
                        "Ilja 18:15 19:00 ◆15 20:15",
                        "40 Townspeople 20:45 Tent 2 ◆16",
                        "6 Passengers 00:15 (+1) Tent 3 ")
                .contains("Cast car 1 ◆17 Hotel Saltsjö – base", "◆17 Transport runs · Hotel Saltsjö – base")
                .contains("Hot meal ◆18 168 from 01:00 (+1)", "Diets ◆19 21 vegetarian", "5 Locations ◆20")
                .contains("Mon 1 Nov ◆21 Day 13 · general call 09:00", "◆21 Mon 1 Nov Studio 1, Nacka Studio 2, Nacka")
                .contains("Production Sara Wikström ◆22 070-174 06 21");
    }

    @Test
    void where_few_are_new_the_old_value_stands_under_the_new_one() throws IOException {
        assertThat(textOf(night(everything().subList(0, 6), 1)))
                .contains("Ringvägen 52, Stockholm 070-174 06 12 Danderyds sjukhus");
        assertThat(textOf(night(everything(), 1))).doesNotContain("070-174 06 12 Danderyds sjukhus");
    }

    @Test
    void a_number_stands_in_no_other_cell() throws IOException {
        for (var change : everything()) {
            var text = textOf(night(List.of(change), 1));

            assertThat(text.split("◆" + change.number() + "(?![0-9])", -1))
                    .as(change.toString())
                    .hasSize(change.cells().size() + 2);
        }
    }

    @Test
    void a_bar_hangs_before_each_marked_cell() throws IOException {
        for (var change : everything()) {
            var bars = bars(night(List.of(change), 1));

            assertThat(bars).as(change.toString()).isEqualTo(change.cells().size());
        }
    }

    @Test
    void what_was_entered_after_a_first_version_says_so() throws IOException {
        assertThat(textOf(night(everything(), null))).contains("Changed since it was published:", "Hospital ◆3");
        assertThat(textOf(night(List.of(), null))).doesNotContain("Changed since", "◆", "Replaces");
    }

    @Test
    void ones_own_call_is_marked_where_it_is_largest() throws IOException {
        var sheet = SlussenNight.sheet(
                new Copy(Copy.Kind.PERSONAL, "Bo Ekdahl"),
                new Own("best boy grip", at("18:00"), 1),
                SlussenCrew.departments(),
                version(
                        List.of(new Change(
                                2,
                                About.GENERAL_CALL,
                                "",
                                at("19:30"),
                                at("20:00"),
                                null,
                                null,
                                List.of("/generalCall"))),
                        1));

        assertThat(textOf(sheet)).contains("Your call, best boy grip ◆1", "General call ◆2 20:00");
    }

    @ParameterizedTest
    @EnumSource
    void a_day_of_which_much_is_new_still_has_two_pages_in_every_language(Language language) {
        var day = new CallSheetTemplate(language);

        assertThat(day.draw(night(everything().subList(0, 6), 1)).pages()).isEqualTo(2);
        assertThat(day.draw(night(everything().subList(0, 12), 1)).pages()).isEqualTo(2);
        assertThat(day.draw(night(everything(), 1)).pages()).isLessThanOrEqualTo(3);
    }

    private static CallSheet night(List<Change> changes, @Nullable Integer replaces) {
        return SlussenNight.sheet(
                new Copy(Copy.Kind.COORDINATOR, "Ana Lindqvist"),
                null,
                SlussenCrew.departments().stream()
                        .map(of -> new CallSheet.Department(
                                of.name(),
                                of.head(),
                                of.phone(),
                                of.people().stream()
                                        .map(person -> new CallSheet.Person(
                                                person.role(), person.name(), person.call(), person.mark(), 0))
                                        .toList()))
                        .toList(),
                version(changes, replaces));
    }

    private static Version version(List<Change> changes, @Nullable Integer replaces) {
        var published = at("17:40").minusDays(1);
        return replaces == null
                ? new Version(1, published, null, null, 0, changes)
                : new Version(2, published, replaces, at("19:05").minusDays(2), 0, changes);
    }

    private record Bar(float x, float bottom, float top) {
        boolean goesOnBelow(Bar other) {
            return x == other.x && Math.abs(top - other.bottom) < 0.1;
        }
    }

    /** Upright boxes of 1.6 or 2 pt: what else is filled lies, or is as high as wide. One that goes on in the next line is one. */
    private long bars(CallSheet sheet) throws IOException {
        try (var opened = opened(sheet)) {
            long bars = 0;
            for (var page : opened.getPages()) {
                var found = new ArrayList<Bar>();
                var tokens = new PDFStreamParser(page).parse();
                for (int at = 4; at < tokens.size(); at++) {
                    if (!(tokens.get(at) instanceof Operator operator)
                            || !operator.getName().equals("re")) continue;
                    float bottom = number(tokens.get(at - 3));
                    float height = number(tokens.get(at - 1));
                    if (height > 4 * number(tokens.get(at - 2)))
                        found.add(new Bar(number(tokens.get(at - 4)), bottom, bottom + height));
                }
                bars += found.stream()
                        .filter(bar -> found.stream().noneMatch(bar::goesOnBelow))
                        .count();
            }
            return bars;
        }
    }

    private static float number(Object token) {
        return ((COSNumber) token).floatValue();
    }

    private String textOf(CallSheet sheet) throws IOException {
        try (var opened = opened(sheet)) {
            return new PDFTextStripper().getText(opened).replaceAll("\\s+", " ");
        }
    }

    private PDDocument opened(CallSheet sheet) throws IOException {
        var tail = template.draw(sheet);
        var document = new ByteArrayOutputStream();
        document.write(template.prefix(tail.prefix()));
        document.write(tail.bytes());
        return Loader.loadPDF(document.toByteArray());
    }
}
