package dev.callboard.project.callsheet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.kit.json.Json;
import dev.callboard.project.activity.ActivityState;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.SaltRoad;
import dev.callboard.project.callsheet.CallSheet.About;
import dev.callboard.project.callsheet.CallSheet.Change;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static dev.callboard.project.call.SaltRoad.ASA;
import static dev.callboard.project.call.SaltRoad.BO;
import static dev.callboard.project.call.SaltRoad.GRIP;
import static dev.callboard.project.call.SaltRoad.PUBLISHED;
import static dev.callboard.project.callsheet.QuayNight.ART;
import static dev.callboard.project.callsheet.QuayNight.CAST;
import static dev.callboard.project.callsheet.QuayNight.CROWD;
import static dev.callboard.project.callsheet.QuayNight.NOOR;
import static dev.callboard.project.callsheet.QuayNight.QUAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What Ana entered before she published the night again, or since: named once, and marked where it stands. */
class ChangedSheetTest {
    private static final Instant AGAIN = PUBLISHED.plus(Duration.ofHours(22));
    private static final String PLACE = "/locations/" + QUAY;

    private final QuayNight night = new QuayNight();

    @BeforeEach
    void a_night_that_was_published() {
        night.weather = new Weather("6 to 2 °C, light rain", "SMHI", Instant.parse("2027-10-29T14:30:00Z"));
        night.transport = List.of(new Ride(LocalTime.of(18, 15), null, "Hotel Saltsjö", "base", "Noor", "Cast car 1"));
        night.castTimes = List.of(new CastTimes(NOOR, LocalTime.of(23, 15), LocalTime.of(0, 15)));
        night.holding = "Tent 2";
        night.enter(PLACE + "/parking", "Stadsgården 6");
        night.enter(PLACE + "/contact", Map.of("name", "Harbour watch", "phone", "+46701740618"));
        night.called(BO, GRIP, SaltRoad.boAt("2027-10-30T18:00"), PUBLISHED);
        night.called(CROWD, CROWD, SaltRoad.asaAt("2027-10-30T20:45"), PUBLISHED);
        night.called(NOOR, CAST, SaltRoad.asaAt("2027-10-31T01:50"), PUBLISHED);
        night.keep(PUBLISHED);
    }

    /** Åsa is called, too: without a call nothing is published. */
    private void published_again() {
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), AGAIN);
        night.keep(AGAIN);
    }

    private static Arguments a(
            String where, Object entered, About about, String subject, @Nullable String was, String now, String cells) {
        return Arguments.of(where, entered, about, subject, was, now, List.of(cells.split(" ")));
    }

    static Stream<Arguments> what_a_reader_can_act_on() {
        return Stream.of(
                a(
                        "/working/generalCall",
                        "19:30",
                        About.GENERAL_CALL,
                        "",
                        "30T20:00",
                        "30T19:30",
                        "/generalCall /schedule/0/at"),
                a("/working/estimatedWrap", "05:00", About.WRAP, "", "31T06:00", "31T05:00", "/wrap /schedule/5/at"),
                a(
                        "/working/meals/0/at",
                        "01:30",
                        About.MEAL,
                        "Hot meal",
                        "31T01:00",
                        "31T01:30",
                        "/times/0/at /schedule/3/at /catering/meals/0/from"),
                a(
                        "/working/meals/0/minutes",
                        30,
                        About.MEAL,
                        "Hot meal",
                        "60 min",
                        "30 min",
                        "/times/0/minutes /schedule/3/minutes"),
                a(PLACE + "/zone", "America/New_York", About.EMERGENCY, "", "112", "911", "/safety/emergencyNumber"),
                a(
                        PLACE + "/hospital/name",
                        "Danderyd",
                        About.HOSPITAL,
                        "",
                        "Saltsjö sjukhus",
                        "Danderyd",
                        "/safety/hospital"),
                a(
                        PLACE + "/hospital/phone",
                        "+46701740699",
                        About.HOSPITAL,
                        "",
                        "+46701740612",
                        "+46701740699",
                        "/safety/hospital"),
                a(
                        "/roles/best boy grip/certificates/1",
                        "crane",
                        About.CERTIFICATES,
                        "",
                        "work at height: Grip",
                        "crane: Grip; work at height: Grip",
                        "/safety/certificates"),
                a("/working/notes", "Dry stone", About.NOTES, "", "Wet stone", "Dry stone", "/safety/notes"),
                a(
                        PLACE + "/name",
                        "Slussen, upper quay",
                        About.SET,
                        "",
                        "Slussen, lower quay",
                        "Slussen, upper quay",
                        "/place/set"),
                a(
                        PLACE + "/address",
                        "Slussplan 3",
                        About.SET,
                        "",
                        "Slussplan 1, Stockholm",
                        "Slussplan 3",
                        "/place/set"),
                a(
                        PLACE + "/unitBase",
                        "Gate B",
                        About.UNIT_BASE,
                        "",
                        "Stadsgårdskajen 14",
                        "Gate B",
                        "/place/unitBase"),
                a(
                        PLACE + "/parking",
                        "Tjärhovsgatan",
                        About.PARKING,
                        "",
                        "Stadsgården 6",
                        "Tjärhovsgatan",
                        "/place/parking"),
                a(PLACE + "/access", "By the stairs", About.ACCESS, "", null, "By the stairs", "/place/access"),
                a(
                        PLACE + "/contact/phone",
                        "+46701740617",
                        About.SITE_CONTACT,
                        "",
                        "+46701740618",
                        "+46701740617",
                        "/place/contactName"),
                a(PLACE + "/power", "Generator", About.POWER, "", null, "Generator", "/place/power"),
                a(PLACE + "/latitude", 59.32, About.MAP, "", "59.3195 18.0722", "59.32 18.0722", "/place/map"),
                a(PLACE + "/zone", "Europe/Oslo", About.ZONE, "", "Europe/Stockholm", "Europe/Oslo", "/zone"),
                a(
                        "/working/weather/words",
                        "clear",
                        About.WEATHER,
                        "",
                        "6 to 2 °C, light rain",
                        "clear",
                        "/sky/weather"),
                a(
                        "/activities/0/startsAt",
                        "2027-10-30T19:15:00Z",
                        About.ACTIVITY,
                        "41",
                        "30T20:45",
                        "30T21:15",
                        "/schedule/1/at"),
                a(
                        "/activities/0/title",
                        "Ferry is early",
                        About.ACTIVITY,
                        "41",
                        "Ferry is late",
                        "Ferry is early",
                        "/schedule/1/title"),
                a(
                        "/activities/1/locationId",
                        QUAY,
                        About.ACTIVITY,
                        "38",
                        "Lock, west steps",
                        "Slussen, lower quay",
                        "/schedule/3/location"),
                a("/activities/0/duration", "PT2H", About.ACTIVITY, "41", "180 min", "120 min", "/schedule/1/minutes"),
                a("/activities/0/notes", "2 cameras", About.ACTIVITY, "41", null, "2 cameras", "/schedule/1/notes"),
                a(
                        "/activities/0/roles/0/count",
                        5,
                        About.PEOPLE,
                        "41",
                        "3 + 0 + 40",
                        "5 + 0 + 40",
                        "/schedule/1/needs"),
                a(
                        "/activities/0/endsAt",
                        "2027-10-30T21:15:00Z",
                        About.MOVE,
                        "Lock, west steps",
                        "30T23:45",
                        "30T23:15",
                        "/schedule/2/at"),
                a(
                        "/working/castTimes/0/pickup",
                        "23:00",
                        About.PICKUP,
                        "Noor van Dijk",
                        "30T23:15",
                        "30T23:00",
                        "/cast/0/pickup"),
                a(
                        "/working/castTimes/0/makeUp",
                        "00:05",
                        About.MAKE_UP,
                        "Noor van Dijk",
                        "31T00:15",
                        "31T00:05",
                        "/cast/0/makeUp"),
                a("/working/holding", "Tent 3", About.HOLDING, "", "Tent 2", "Tent 3", "/background/0/holding"),
                a(
                        "/working/transport/0/at",
                        "18:00",
                        About.TRANSPORT,
                        "Hotel Saltsjö – base",
                        "30T18:15",
                        "30T18:00",
                        "/transport/0/at"),
                a(
                        "/working/transport/0/vehicle",
                        "Cast car 2",
                        About.TRANSPORT,
                        "Hotel Saltsjö – base",
                        "Cast car 1",
                        "Cast car 2",
                        "/transport/0/vehicle"),
                a(
                        PLACE + "/radio",
                        "1 production; 5 locations",
                        About.RADIO,
                        "5",
                        "safety",
                        "locations",
                        "/radio/1/use"),
                a(
                        "/next/0/working/generalCall",
                        "09:00",
                        About.NEXT_DAY,
                        "2027-10-31",
                        "31T20:00",
                        "31T09:00",
                        "/next/0/generalCall"),
                a(
                        "/next/0/activities/0/number",
                        "44",
                        About.NEXT_DAY,
                        "2027-10-31",
                        "Slussen, lower quay, 41, 38",
                        "Slussen, lower quay, 44, 38",
                        "/next/0/place"),
                a(
                        "/departments/2/contact",
                        "+46701740699",
                        About.CONTACT,
                        "Grip",
                        "+46701740624",
                        "+46701740699",
                        "/contacts/2 /crew/0/phone"));
    }

    @ParameterizedTest
    @MethodSource("what_a_reader_can_act_on")
    void what_was_entered_before_the_second_version_is_named_and_marked_where_it_stands(
            String where,
            Object entered,
            About about,
            String subject,
            @Nullable String was,
            String now,
            List<String> cells) {
        night.enter(where, entered);
        published_again();

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.version().changes())
                .filteredOn(
                        change -> change.about() == about && change.subject().equals(subject))
                .anySatisfy(change -> {
                    assertThat(before(change)).isEqualTo(was);
                    assertThat(now(change)).isEqualTo(now);
                    assertThat(change.cells()).containsExactlyElementsOf(cells);
                });
        ObjectNode said = Json.tolerant().valueToTree(sheet);
        for (var change : sheet.version().changes())
            for (var cell : change.cells())
                assertThat(said.at(JsonPointer.compile(cell)).isMissingNode())
                        .as(cell)
                        .isFalse();
    }

    @Test
    void what_is_as_it_was_is_not_marked() {
        published_again();

        assertThat(night.copy(CopyKind.COORDINATOR).version().changes())
                .extracting(Change::about, Change::subject, ChangedSheetTest::before, ChangedSheetTest::now)
                .containsExactly(
                        tuple(About.OTHER, "Art and props", null, "Åsa Öberg"),
                        tuple(About.CATERING, "Hot meal", "2", "3"));
    }

    @Test
    void a_first_version_marks_nothing_but_what_was_entered_since() {
        assertThat(night.copy(CopyKind.COORDINATOR).version().changes()).isEmpty();

        night.enter("/working/weather/words", "clear");

        var version = night.copy(CopyKind.COORDINATOR).version();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.replaces()).isNull();
        assertThat(version.changes())
                .containsExactly(new Change(
                        1, About.WEATHER, "", null, null, "6 to 2 °C, light rain", "clear", List.of("/sky/weather")));
    }

    @Test
    void what_is_again_as_it_was_first_is_marked_while_the_second_version_says_something_else() {
        night.enter("/working/notes", "Dry stone");
        published_again();
        night.enter("/working/notes", "Wet stone");

        assertThat(of(About.NOTES, CopyKind.COORDINATOR))
                .extracting(ChangedSheetTest::before, ChangedSheetTest::now)
                .containsExactly(tuple("Dry stone", "Wet stone"));
    }

    @Test
    void the_version_before_the_last_is_what_counts_and_none_before_it() {
        night.enter("/working/notes", "Dry stone");
        published_again();
        var third = AGAIN.plusSeconds(3600);
        night.ever.set(0, night.ever.getFirst().withdraw(third));
        night.keep(third);

        assertThat(of(About.NOTES, CopyKind.COORDINATOR)).isEmpty();
    }

    @Test
    void who_is_withdrawn_without_a_publication_makes_a_version_in_which_the_day_is_as_it_was() {
        night.ever.set(0, night.ever.getFirst().withdraw(AGAIN));

        var version = night.copy(CopyKind.COORDINATOR).version();

        assertThat(version.number()).isEqualTo(2);
        assertThat(version.changes())
                .extracting(Change::about, ChangedSheetTest::before, ChangedSheetTest::now)
                .containsExactly(
                        tuple(About.OTHER, "Bo Ekdahl", null),
                        tuple(About.CATERING, "2", "1"),
                        tuple(About.CERTIFICATES, "work at height: Grip", null));
    }

    @Test
    void a_day_that_was_published_before_days_were_kept_compares_calls_only() {
        night.kept.clear();
        night.enter("/working/notes", "Dry stone");
        night.called(ASA, ART, SaltRoad.asaAt("2027-10-30T18:30"), AGAIN);

        assertThat(night.copy(CopyKind.COORDINATOR).version().changes())
                .extracting(Change::about)
                .containsExactly(About.OTHER);
    }

    @Test
    void a_cancelled_activity_is_named_and_so_is_one_that_was_added_each_once() {
        night.ofFerry = ActivityState.CANCELLED;
        var added = (ObjectNode)
                Json.tolerant().valueToTree(night.planned().activities().get(1));
        added.put("number", "39").put("title", "The rescue").put("startsAt", "2027-10-31T02:00:00Z");
        night.enter("/activities/2", added);
        published_again();

        assertThat(of(About.ACTIVITY, CopyKind.COORDINATOR))
                .extracting(Change::subject, ChangedSheetTest::before, ChangedSheetTest::now, change -> change.cells()
                        .size())
                .containsExactly(tuple("39", null, "The rescue", 1), tuple("41", "Ferry is late", null, 0));
    }

    @Test
    void what_is_gone_is_named_and_marked_nowhere() {
        night.enter("/working/transport/0", null);
        night.enter(PLACE + "/parking", null);
        published_again();

        assertThat(of(About.TRANSPORT, CopyKind.COORDINATOR))
                .extracting(ChangedSheetTest::before, ChangedSheetTest::now, Change::cells)
                .containsExactly(tuple("30T18:15", null, List.of()));
        assertThat(of(About.PARKING, CopyKind.COORDINATOR))
                .extracting(ChangedSheetTest::before, ChangedSheetTest::now, Change::cells)
                .containsExactly(tuple("Stadsgården 6", null, List.of()));
    }

    @Test
    void a_long_text_is_read_in_its_cell_and_not_twice() {
        night.enter("/working/notes", "Wet stone and open water. ".repeat(5));
        published_again();

        assertThat(of(About.NOTES, CopyKind.COORDINATOR))
                .extracting(ChangedSheetTest::before, ChangedSheetTest::now, Change::cells)
                .containsExactly(tuple("Wet stone", null, List.of("/safety/notes")));
    }

    @Test
    void who_is_sent_to_another_set_carries_the_number_of_the_set() {
        night.enter(PLACE + "/name", "Slussen, upper quay");
        var before = night.ever.getFirst();
        var again = night.called(BO, GRIP, at("Slussen, upper quay"), AGAIN);
        night.ever.set(0, before.supersede(again.id(), AGAIN));
        night.keep(AGAIN);

        var sheet = night.copy(CopyKind.COORDINATOR);

        assertThat(sheet.version().changes())
                .filteredOn(change -> change.about() == About.SET)
                .extracting(Change::number, ChangedSheetTest::now, Change::cells)
                .containsExactly(tuple(1, "Slussen, upper quay", List.of("/place/set")));
        assertThat(sheet.crew().getFirst().people().getFirst().change()).isEqualTo(1);
    }

    @Test
    void a_redacted_copy_tells_of_no_change_that_it_does_not_show() {
        night.enter("/working/transport/0/who", "Ines");
        night.enter("/working/castTimes/0/pickup", "23:00");
        night.enter("/working/castTimes/0/makeUp", "00:05");
        night.enter(PLACE + "/contact/name", "Uno Kraft");
        night.enter("/departments/2/headId", BO);
        night.diets.put(BO, "vegan");
        night.enter(PLACE + "/parking", "Tjärhovsgatan");
        published_again();

        var sheet = night.copy(CopyKind.REDACTED);

        assertThat(sheet.version().changes())
                .extracting(Change::about, Change::subject)
                .containsExactly(
                        tuple(About.OTHER, "Art and props"),
                        tuple(About.PARKING, ""),
                        tuple(About.MAKE_UP, "Standby painter"),
                        tuple(About.CATERING, "Hot meal"));
        assertThat(sheet.toString()).doesNotContain("Ekdahl", "Noor", "Ines", "Harbour watch", "Uno Kraft", "vegan");
        assertThat(of(About.SITE_CONTACT, CopyKind.COORDINATOR)).hasSize(1);
        assertThat(of(About.PICKUP, CopyKind.COORDINATOR)).hasSize(1);
    }

    private List<Change> of(About about, CopyKind kind) {
        return night.copy(kind).version().changes().stream()
                .filter(change -> change.about() == about)
                .toList();
    }

    private static Brief at(String set) {
        var brief = SaltRoad.boAt("2027-10-30T18:00");
        var place = new Brief.Place(set, "Stockholm", null, null, null);
        return SaltRoad.told(brief, brief.production(), place, brief.then());
    }

    /** {@code 30T20:00}: day and time of a moment, or the text. */
    private static @Nullable String before(Change change) {
        return change.timeBefore() == null
                ? change.before()
                : change.timeBefore().toString().substring(8, 16);
    }

    private static @Nullable String now(Change change) {
        return change.time() == null ? change.now() : change.time().toString().substring(8, 16);
    }
}
