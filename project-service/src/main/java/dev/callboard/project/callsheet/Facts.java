package dev.callboard.project.callsheet;

import dev.callboard.project.callsheet.CallSheet.About;
import dev.callboard.project.callsheet.CallSheet.Place;
import dev.callboard.project.callsheet.CallSheet.Safety;
import dev.callboard.project.callsheet.CallSheet.Slot;
import dev.callboard.project.callsheet.CallSheet.What;
import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/**
 * What a reader of this sheet can act on, fact by fact, with the cells that show it. Only what her copy says is in it, so
 * that comparing two of her copies tells her nothing else. Calls are no facts: they are compared person by person.
 */
final class Facts {
    /** What is longer is read in its cell, and not repeated in the head. */
    private static final int MOST_SAID = 60;

    private final Map<Key, Fact> facts = new LinkedHashMap<>();
    private final Set<String> rows = new HashSet<>();

    /** @param part of what it is about, such as the time of an activity. @param nth of those that read alike, from 0 */
    private record Key(About about, String subject, String part, int nth) {}

    /**
     * @param parts of a text, the most telling first; none of a time
     * @param row a row that came or went is one change, whatever stood in it; null for what stands for itself
     */
    private record Fact(
            @Nullable OffsetDateTime time,
            List<String> parts,
            @Nullable String row,
            List<String> cells) {
        boolean saysTheSameAs(Fact other) {
            return Objects.equals(time, other.time) && parts.equals(other.parts);
        }
    }

    private Facts() {}

    static Facts of(CallSheet sheet) {
        var facts = new Facts();
        facts.hours(sheet);
        facts.safety(sheet.safety());
        if (sheet.place() != null) facts.place(sheet.place());
        facts.text(About.ZONE, "", "", null, List.of(sheet.zone().getId()), "/zone");
        if (sheet.sky() != null && sheet.sky().weather() != null)
            facts.text(
                    About.WEATHER, "", "", null, List.of(sheet.sky().weather().words()), "/sky/weather");
        facts.schedule(sheet.schedule());
        facts.people(sheet);
        facts.rides(sheet);
        facts.catering(sheet);
        facts.further(sheet);
        return facts;
    }

    /** In the order of the sheet, as the first of the others had it that says something else; what is gone stands last. */
    void compare(List<Facts> others, Changes changes) {
        var keys = new LinkedHashSet<>(facts.keySet());
        others.forEach(other -> keys.addAll(other.facts.keySet()));
        for (var key : keys) {
            others.stream()
                    .filter(other -> differs(key, other))
                    .findFirst()
                    .ifPresent(other -> add(key, other.facts.get(key), changes));
        }
    }

    private boolean differs(Key key, Facts other) {
        var now = facts.get(key);
        var before = other.facts.get(key);
        if (now != null && before != null) return !now.saysTheSameAs(before);

        var only = now == null ? before : now;
        return only != null && (only.row == null || rows.contains(only.row) && other.rows.contains(only.row));
    }

    private void add(Key key, @Nullable Fact before, Changes changes) {
        var now = facts.get(key);
        var any = Objects.requireNonNull(now == null ? before : now, "one of them");
        var cells = now == null ? List.<String>of() : now.cells;
        if (any.time != null) {
            var then = before == null ? null : before.time;
            changes.add(Changes.times(key.about, key.subject, then, now == null ? null : now.time), cells);
            return;
        }
        int telling = IntStream.range(0, any.parts.size())
                .filter(part -> !Objects.equals(said(now, part), said(before, part)))
                .findFirst()
                .orElseThrow();
        var then = inFew(said(before, telling), now != null);
        changes.add(Changes.texts(key.about, key.subject, then, inFew(said(now, telling), now != null)), cells);
    }

    private static @Nullable String said(@Nullable Fact fact, int part) {
        var said = fact == null ? "" : fact.parts.get(part);
        return said.isEmpty() ? null : said;
    }

    private static @Nullable String inFew(@Nullable String said, boolean shown) {
        return said == null || shown && said.length() > MOST_SAID ? null : said;
    }

    private void hours(CallSheet sheet) {
        time(About.GENERAL_CALL, "", "", null, sheet.generalCall(), shows(sheet, "/generalCall", What.GENERAL_CALL));
        time(About.WRAP, "", "", null, sheet.wrap(), shows(sheet, "/wrap", What.WRAP));
        var times = sheet.times();
        for (int at = 0; at < times.size(); at++) {
            var meal = times.get(at);
            var row = row("meal " + meal.label());
            var slots = slots(sheet, What.MEAL, meal.at());
            var servings = IntStream.range(0, sheet.catering().meals().size())
                    .filter(of -> sheet.catering().meals().get(of).from().equals(meal.at()))
                    .mapToObj("/catering/meals/%d/from"::formatted);
            var cells = Stream.of(
                            Stream.of("/times/" + at + "/at"), slots.stream().map(slot -> slot + "/at"), servings)
                    .flatMap(of -> of);
            time(About.MEAL, meal.label(), "", null, meal.at(), cells.toArray(String[]::new));
            var lasting = Stream.concat(
                    Stream.of("/times/" + at + "/minutes"), slots.stream().map(slot -> slot + "/minutes"));
            text(About.MEAL, meal.label(), "minutes", row, minutes(meal.minutes()), lasting.toArray(String[]::new));
        }
    }

    private static String[] shows(CallSheet sheet, String cell, What what) {
        var slots = IntStream.range(0, sheet.schedule().size())
                .filter(of -> sheet.schedule().get(of).what() == what)
                .mapToObj("/schedule/%d/at"::formatted);
        return Stream.concat(Stream.of(cell), slots).toArray(String[]::new);
    }

    private static List<String> slots(CallSheet sheet, What what, OffsetDateTime at) {
        return IntStream.range(0, sheet.schedule().size())
                .filter(of -> sheet.schedule().get(of).what() == what
                        && sheet.schedule().get(of).at().equals(at))
                .mapToObj("/schedule/%d"::formatted)
                .toList();
    }

    /** Read alike in every language that sheets are printed in. */
    private static List<String> minutes(int minutes) {
        return List.of(minutes == 0 ? "" : minutes + " min");
    }

    private void safety(Safety safety) {
        text(About.EMERGENCY, "", "", null, List.of(safety.emergencyNumber()), "/safety/emergencyNumber");
        var hospital = safety.hospital();
        if (hospital != null)
            text(
                    About.HOSPITAL,
                    "",
                    "",
                    null,
                    List.of(hospital.name(), hospital.address(), hospital.phone()),
                    "/safety/hospital");
        var medic = safety.medic();
        if (medic != null) text(About.MEDIC, "", "", null, parts(medic.name(), medic.phone()), "/safety/medic");
        var certificates = safety.certificates().stream()
                .map(of -> of.name() + ": " + String.join(", ", of.roles()))
                .collect(joining("; "));
        text(About.CERTIFICATES, "", "", null, List.of(certificates), "/safety/certificates");
        text(About.NOTES, "", "", null, parts(safety.notes()), "/safety/notes");
    }

    private void place(Place place) {
        text(About.SET, "", "", null, List.of(place.set(), place.address()), "/place/set");
        text(About.UNIT_BASE, "", "", null, parts(place.unitBase()), "/place/unitBase");
        text(About.PARKING, "", "", null, parts(place.parking()), "/place/parking");
        text(About.ACCESS, "", "", null, parts(place.access()), "/place/access");
        text(About.SITE_CONTACT, "", "", null, parts(place.contactName(), place.contactPhone()), "/place/contactName");
        text(About.POWER, "", "", null, parts(place.power()), "/place/power");
        var map = place.map();
        if (map != null) text(About.MAP, "", "", null, List.of(map.latitude() + " " + map.longitude()), "/place/map");
    }

    private void schedule(List<Slot> schedule) {
        for (int at = 0; at < schedule.size(); at++) {
            var slot = schedule.get(at);
            var cell = "/schedule/" + at;
            if (slot.what() == What.MOVE) {
                time(About.MOVE, orEmpty(slot.title()), "", null, slot.at(), cell + "/at");
            } else if (slot.what() == What.ACTIVITY) {
                activity(slot, cell);
            }
        }
    }

    private void activity(Slot slot, String cell) {
        var number = orEmpty(slot.number());
        var row = row("activity " + number);
        var needs = slot.needs();
        text(About.ACTIVITY, number, "title", null, parts(slot.title()), cell + "/title");
        time(About.ACTIVITY, number, "at", row, slot.at(), cell + "/at");
        text(About.ACTIVITY, number, "location", row, parts(slot.location()), cell + "/location");
        text(About.ACTIVITY, number, "minutes", row, minutes(slot.minutes()), cell + "/minutes");
        text(About.ACTIVITY, number, "notes", row, parts(slot.notes()), cell + "/notes");
        if (needs != null)
            text(
                    About.PEOPLE,
                    number,
                    "",
                    row,
                    List.of(needs.crew() + " + " + needs.cast() + " + " + needs.background()),
                    cell + "/needs");
    }

    private void people(CallSheet sheet) {
        for (int at = 0; at < sheet.cast().size(); at++) {
            var player = sheet.cast().get(at);
            var who = player.name() == null ? player.role() : player.name();
            var row = row("cast " + who + ", " + player.role());
            time(About.PICKUP, who, "", row, player.pickup(), "/cast/" + at + "/pickup");
            time(About.MAKE_UP, who, "", row, player.makeUp(), "/cast/" + at + "/makeUp");
        }
        var background = sheet.background();
        if (!background.isEmpty())
            text(
                    About.HOLDING,
                    "",
                    "",
                    null,
                    parts(background.getFirst().holding()),
                    IntStream.range(0, background.size())
                            .mapToObj("/background/%d/holding"::formatted)
                            .toArray(String[]::new));
        contacts(sheet);
    }

    /** A department's number stands in the list of contacts, over its people, or at both places. */
    private void contacts(CallSheet sheet) {
        var named = new HashSet<String>();
        for (int at = 0; at < sheet.contacts().size(); at++) {
            var contact = sheet.contacts().get(at);
            named.add(contact.what());
            var cells = new ArrayList<>(List.of("/contacts/" + at));
            for (int of = 0; of < sheet.crew().size(); of++)
                if (sheet.crew().get(of).name().equals(contact.what())
                        && sheet.crew().get(of).phone() != null) cells.add("/crew/" + of + "/phone");
            text(
                    About.CONTACT,
                    contact.what(),
                    "",
                    null,
                    parts(contact.name(), contact.phone()),
                    cells.toArray(String[]::new));
        }
        for (int at = 0; at < sheet.crew().size(); at++) {
            var team = sheet.crew().get(at);
            var row = row("team " + team.name());
            if (!named.contains(team.name()))
                text(About.CONTACT, team.name(), "", row, parts(team.head(), team.phone()), "/crew/" + at + "/phone");
        }
    }

    private void rides(CallSheet sheet) {
        for (int at = 0; at < sheet.transport().size(); at++) {
            var ride = sheet.transport().get(at);
            var way = ride.from() + " – " + ride.to();
            var row = row("ride " + way);
            var cell = "/transport/" + at;
            time(About.TRANSPORT, way, "at", null, ride.at(), cell + "/at");
            text(About.TRANSPORT, way, "vehicle", row, parts(ride.vehicle()), cell + "/vehicle");
            text(About.TRANSPORT, way, "who", row, parts(ride.who()), cell + "/who");
        }
    }

    private void catering(CallSheet sheet) {
        var meals = sheet.catering().meals();
        for (int at = 0; at < meals.size(); at++) {
            var meal = meals.get(at);
            var row = row("catering " + meal.meal());
            var count = List.of(Integer.toString(meal.count()));
            text(About.CATERING, meal.meal(), "", row, count, "/catering/meals/" + at + "/count");
        }
        var diets = sheet.catering().diets().stream()
                .map(of -> of.count() + " " + of.diet())
                .collect(joining(", "));
        text(About.DIETS, "", "", null, List.of(diets), "/catering/diets");
    }

    private void further(CallSheet sheet) {
        for (int at = 0; at < sheet.radio().size(); at++) {
            var channel = sheet.radio().get(at);
            text(About.RADIO, channel.channel(), "", null, List.of(channel.use()), "/radio/" + at + "/use");
        }
        for (int at = 0; at < sheet.next().size(); at++) {
            var next = sheet.next().get(at);
            var date = next.date().toString();
            var planned = Stream.concat(Stream.ofNullable(next.place()), next.activities().stream())
                    .collect(joining(", "));
            time(About.NEXT_DAY, date, "generalCall", null, next.generalCall(), "/next/" + at + "/generalCall");
            text(About.NEXT_DAY, date, "place", null, List.of(planned), "/next/" + at + "/place");
        }
    }

    private String row(String name) {
        var row = name;
        while (!rows.add(row)) row += "'";
        return row;
    }

    private void time(
            About about,
            String subject,
            String part,
            @Nullable String row,
            @Nullable OffsetDateTime at,
            String... cells) {
        if (at != null) add(about, subject, part, new Fact(at, List.of(), row, Arrays.asList(cells)));
    }

    private void text(
            About about, String subject, String part, @Nullable String row, List<String> parts, String... cells) {
        if (parts.stream().allMatch(String::isEmpty)) return;
        add(about, subject, part, new Fact(null, parts, row, Arrays.asList(cells)));
    }

    private void add(About about, String subject, String part, Fact fact) {
        int nth = 0;
        while (facts.containsKey(new Key(about, subject, part, nth))) nth++;
        facts.put(new Key(about, subject, part, nth), fact);
    }

    private static List<String> parts(@Nullable String... texts) {
        return Arrays.stream(texts).map(Facts::orEmpty).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
