package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Background;
import dev.callboard.report.render.CallSheet.Cast;
import dev.callboard.report.render.CallSheet.Catering;
import dev.callboard.report.render.CallSheet.Certificate;
import dev.callboard.report.render.CallSheet.Change;
import dev.callboard.report.render.CallSheet.Change.About;
import dev.callboard.report.render.CallSheet.Channel;
import dev.callboard.report.render.CallSheet.ClockChange;
import dev.callboard.report.render.CallSheet.Contact;
import dev.callboard.report.render.CallSheet.Copy;
import dev.callboard.report.render.CallSheet.Department;
import dev.callboard.report.render.CallSheet.Diet;
import dev.callboard.report.render.CallSheet.Hospital;
import dev.callboard.report.render.CallSheet.KeyTime;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Medic;
import dev.callboard.report.render.CallSheet.NextDay;
import dev.callboard.report.render.CallSheet.Own;
import dev.callboard.report.render.CallSheet.Person;
import dev.callboard.report.render.CallSheet.Place;
import dev.callboard.report.render.CallSheet.Safety;
import dev.callboard.report.render.CallSheet.Servings;
import dev.callboard.report.render.CallSheet.Sky;
import dev.callboard.report.render.CallSheet.Slot;
import dev.callboard.report.render.CallSheet.Slot.What;
import dev.callboard.report.render.CallSheet.Transport;
import dev.callboard.report.render.CallSheet.Version;
import dev.callboard.report.render.CallSheet.Weather;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;

/** The night at Slussen when the clocks go back: the day of the reference design. */
final class SlussenNight {
    static final LocalDate DAY = LocalDate.of(2027, 10, 30);

    /** The change that names people: no copy without names tells of it. */
    private static final int WHO_LIGHTS = 5;

    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);

    private SlussenNight() {}

    /** Ana’s. */
    static CallSheet coordinators() {
        return sheet(new Copy(Copy.Kind.COORDINATOR, "Ana Lindqvist"), null, SlussenCrew.departments());
    }

    static CallSheet of(String name, String role, String call) {
        var departments = SlussenCrew.departments().stream()
                .map(of -> new Department(
                        of.name(),
                        of.head(),
                        of.phone(),
                        of.people().stream()
                                .map(person -> new Person(
                                        person.role(), person.name(), person.call(), Mark.NOT_SHOWN, person.change()))
                                .toList()))
                .toList();
        return sheet(new Copy(Copy.Kind.PERSONAL, name), new Own(role, at(call), 0), departments);
    }

    static CallSheet redacted() {
        var departments = SlussenCrew.departments().stream()
                .map(of -> new Department(
                        of.name(),
                        null,
                        null,
                        of.people().stream()
                                .map(person -> new Person(
                                        person.role(),
                                        null,
                                        person.call(),
                                        Mark.NOT_SHOWN,
                                        person.change() == WHO_LIGHTS ? 0 : person.change()))
                                .toList()))
                .toList();
        return sheet(new Copy(Copy.Kind.REDACTED, null), null, departments, version(true));
    }

    /** With everybody of the day; {@code 01:00 (+1)} is winter time from 03:00 on, {@code 02:00 B (+1)} before. */
    static CallSheet sheet(Copy copy, @Nullable Own own, List<Department> crew) {
        return sheet(copy, own, crew, version(false));
    }

    static CallSheet sheet(Copy copy, @Nullable Own own, List<Department> crew, Version version) {
        boolean redacted = copy.kind() == Copy.Kind.REDACTED;
        return new CallSheet(
                copy,
                "The Salt Road",
                "Norrsken Produktion AB",
                "Main unit",
                DAY,
                12,
                18,
                "Europe/Stockholm",
                new ClockChange(DAY.plusDays(1), LocalTime.of(3, 0), SUMMER, WINTER),
                version,
                at("20:00"),
                own,
                List.of(
                        new KeyTime("Unit base open", at("16:30"), 0),
                        new KeyTime("First meal", at("19:15"), 0),
                        new KeyTime("Camera ready", at("20:45"), 0),
                        new KeyTime("Hot meal", at("01:00 (+1)"), 60)),
                at("06:00 (+1)"),
                safety(redacted),
                place(),
                new Sky(
                        at("07:04 (+1)"),
                        at("17:01"),
                        at("17:43"),
                        new Weather(
                                "6 to 2 °C, light rain until 23:00, wind 7 m/s from north-east",
                                redacted ? "Production office" : "J. Åkerman",
                                at("16:30").minusDays(1))),
                schedule(),
                cast(copy.kind()),
                List.of(
                        new Background(40, "Townspeople", at("20:45"), "Tent 2", 40, 0),
                        new Background(12, "Salt carters", at("19:30"), "Tent 2", 12, 0),
                        new Background(6, "Passengers", at("00:15 (+1)"), "Tent 3", 5, 0)),
                crew,
                redacted
                        ? List.of()
                        : List.of(
                                new Transport(at("17:15"), "Södra station", "base", null, "Minibus 1"),
                                new Transport(at("18:15"), "Hotel Saltsjö", "base", null, "Cast car 1"),
                                new Transport(at("19:15"), "Södra station", "base", null, "Minibus 1, 2"),
                                new Transport(at("06:15 (+1)"), "Base", "Södra station", null, "Minibus 1, 2")),
                new Catering(
                        List.of(
                                new Servings("First meal", 168, at("19:15")),
                                new Servings("Hot meal", 168, at("01:00 (+1)"))),
                        redacted
                                ? List.of()
                                : List.of(
                                        new Diet("vegetarian", 21),
                                        new Diet("vegan", 9),
                                        new Diet("gluten-free", 6),
                                        new Diet("halal", 4),
                                        new Diet("nut allergy", 2))),
                List.of(
                        new Channel("1", "Direction, medic"),
                        new Channel("2", "Open talk"),
                        new Channel("3", "Camera, grip"),
                        new Channel("4", "Lighting"),
                        new Channel("5", "Locations"),
                        new Channel("6", "Stunts, horses"),
                        new Channel("7", "Transport"),
                        new Channel("8", "Boat, divers")),
                List.of(
                        new NextDay(DAY.plusDays(1), 0, null, null, List.of(), "Rest day after the night"),
                        new NextDay(
                                DAY.plusDays(2),
                                13,
                                OffsetDateTime.of(DAY.plusDays(2), LocalTime.of(9, 0), WINTER),
                                "Studio 2, Nacka",
                                List.of("19", "20", "22"),
                                null),
                        new NextDay(
                                DAY.plusDays(3),
                                14,
                                OffsetDateTime.of(DAY.plusDays(3), LocalTime.of(7, 30), WINTER),
                                "Customs house, Värmdö",
                                List.of("23", "24"),
                                null)),
                contacts(redacted),
                redacted ? null : "Maria Holm");
    }

    private static Version version(boolean redacted) {
        var changes = changes();
        return new Version(
                2,
                at("17:40").minusDays(1),
                1,
                at("19:05").minusDays(2),
                7,
                redacted ? changes.subList(0, WHO_LIGHTS - 1) : changes);
    }

    private static List<Change> changes() {
        return List.of(
                new Change(1, About.CALL, "Grip", at("18:30"), at("18:00"), null, null, List.of("/schedule/1/at")),
                new Change(
                        2,
                        About.OTHER,
                        "Activity 42 moved ahead of 38",
                        null,
                        null,
                        null,
                        null,
                        List.of("/schedule/4/number", "/schedule/7/number")),
                new Change(
                        3,
                        About.MEAL,
                        "Hot meal",
                        at("00:30 (+1)"),
                        at("01:00 (+1)"),
                        null,
                        null,
                        List.of("/times/3/at", "/schedule/6/at", "/catering/meals/1/from")),
                new Change(
                        4, About.PARKING, "", null, null, "Stadsgården 6", "Tjärhovsgatan", List.of("/place/parking")),
                new Change(WHO_LIGHTS, About.OTHER, "Lighting", null, null, "T. Nyberg", "Filip Rask", List.of()));
    }

    private static Safety safety(boolean redacted) {
        return new Safety(
                "112",
                new Hospital("Saltsjö sjukhus", "Ringvägen 52, Stockholm", "+46701740612"),
                new Medic(redacted ? null : "Marit Solheim, base, channel 1", "+46701740614"),
                List.of(
                        new Certificate("Work at height", List.of("grip", "stunts")),
                        new Certificate("Life jacket course", List.of("boat crew"))),
                "Wet stone and open water. Life jackets within 2 m of the quay edge.");
    }

    private static Place place() {
        return new Place(
                "Slussen, lower quay",
                "Saltsjötorget, Stockholm",
                "Stadsgårdskajen 14, gate B",
                "Tjärhovsgatan, level 2",
                "Vehicles by gate B until 19:30; then on foot by the east stairs",
                "Harbour watch",
                "+46701740618",
                "Generator at gate B; no house power",
                new CallSheet.Map("https://callboard.example/m/slussen-30oct", 59.3195, 18.0722, code()));
    }

    private static List<Slot> schedule() {
        return List.of(
                slot(
                        What.OTHER,
                        "16:30",
                        null,
                        "Unit base opens",
                        "Stadsgårdskajen 14",
                        "Locations, catering",
                        0,
                        null),
                new Slot(
                        What.OTHER,
                        at("18:00"),
                        null,
                        "Pre-rig: crane, 18 kW, rain bars",
                        "Lower quay",
                        "Grip, lighting, effects",
                        null,
                        120,
                        "Road closed from 17:45"),
                slot(
                        What.GENERAL_CALL,
                        "20:00",
                        null,
                        "General call and safety briefing",
                        "Quay, gate B",
                        "Everyone on set",
                        15,
                        "Height and water"),
                slot(What.ACTIVITY, "20:45", "41", "Ferry is late", "Lower quay", "1, 2", 135, "2 cameras, rain bars"),
                new Slot(
                        What.ACTIVITY,
                        at("23:00"),
                        "42",
                        "The carts cross the bridge",
                        "Bridge, east end",
                        "1, 3, 5 · BG 52",
                        null,
                        105,
                        "Horses: 4, handler on ch. 6"),
                slot(What.MOVE, "00:45 (+1)", null, "the lock", null, "All departments", 15, null),
                new Slot(What.MEAL, at("01:00 (+1)"), null, "Hot meal", "Unit base", "Everyone", null, 60, null),
                new Slot(
                        What.ACTIVITY,
                        at("02:00 A (+1)"),
                        "38",
                        "The fall from the lock steps",
                        "Lock, west steps",
                        "2, 2S · stunts",
                        null,
                        60,
                        "Descender rig, divers 2"),
                slot(
                        What.ACTIVITY,
                        "02:00 B (+1)",
                        "43",
                        "Waiting at the lock",
                        "Lock, west steps",
                        "1, 2, 8 · BG 6",
                        120,
                        "After the clock change"),
                slot(What.MEAL, "04:00 (+1)", null, "Tea and soup", "On set", "Everyone", 15, "Standing"),
                slot(What.ACTIVITY, "04:15 (+1)", "44", "Empty quay", "Lower quay", "1", 75, "Crane"),
                slot(
                        What.WRAP,
                        "05:30 (+1)",
                        null,
                        "Camera wrap, strike",
                        null,
                        null,
                        30,
                        "Minimum strike; rest from 06:00"));
    }

    private static Slot slot(
            What what,
            String at,
            @Nullable String number,
            String title,
            @Nullable String location,
            @Nullable String people,
            int minutes,
            @Nullable String notes) {
        return new Slot(what, at(at), number, title, location, people, null, minutes, notes);
    }

    private static List<Cast> cast(Copy.Kind copy) {
        return List.of(
                player(copy, "1", "Sigrid Hallström", "Marta Lind", "18:15", "18:45", "20:15", "●"),
                player(copy, "2", "Đorđe Petrović", "Ilja", "18:15", "19:00", "20:15", "●"),
                player(copy, "2S", "Ines Carvalho", "Ilja, stunt double", null, "23:30", "01:45 (+1)", "●"),
                player(copy, "3", "Γιώργος Αλεξίου", "The customs officer", "20:45", "21:15", "22:45", "●"),
                player(copy, "5", "Ольга Вершинина", "Widow Lind", "20:30", "21:15", "22:45", "○"),
                player(copy, "8", "Noor van Dijk", "The ferry girl", "23:45", "00:15 (+1)", "01:50 (+1)", "●"));
    }

    private static Cast player(
            Copy.Kind copy,
            String number,
            String name,
            String role,
            @Nullable String pickup,
            String makeUp,
            String onSet,
            String sign) {
        return new Cast(
                number,
                copy == Copy.Kind.REDACTED ? null : name,
                role,
                pickup == null || copy == Copy.Kind.REDACTED ? null : at(pickup),
                at(makeUp),
                at(onSet),
                copy == Copy.Kind.COORDINATOR ? SlussenCrew.mark(sign) : Mark.NOT_SHOWN,
                0);
    }

    private static List<Contact> contacts(boolean redacted) {
        if (redacted) return List.of(new Contact("Late or lost", "Production office", "+46701740619"));
        return List.of(
                new Contact("Coordinator", "Ana Lindqvist", "+46701740620"),
                new Contact("Production", "Sara Wikström", "+46701740621"),
                new Contact("1st AD", "Karin Dahl", "+46701740622"),
                new Contact("Locations", "Johan Åkerman", "+46701740631"),
                new Contact("Transport", "Uno Kraft", "+46701740632"),
                new Contact("Late or lost", "Production office", "+46701740619"));
    }

    /** {@code 18:00}, {@code 01:00 (+1)}, {@code 02:00 B (+1)}; summer time until the clocks go back. */
    static OffsetDateTime at(String said) {
        var time = LocalTime.parse(said.substring(0, 5));
        boolean later = said.endsWith("(+1)");
        boolean winter = said.contains(" B") || later && !time.isBefore(LocalTime.of(3, 0));
        return OffsetDateTime.of(later ? DAY.plusDays(1) : DAY, time, winter ? WINTER : SUMMER);
    }

    /** The modules of the reference design’s code, which an encoder made. */
    private static QrCode code() {
        var dark = new BitSet();
        var rows = MODULES.lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length(); column++) {
                if (rows.get(row).charAt(column) == '#') dark.set(row * rows.size() + column);
            }
        }
        return new QrCode(rows.size(), dark);
    }

    private static final String MODULES = """
            #######.....#.#....##.#######
            #.....#..##..#.##.#.#.#.....#
            #.###.#.#.###.###.#.#.#.###.#
            #.###.#.######...#.#..#.###.#
            #.###.#.###...#..####.#.###.#
            #.....#.###.#..#....#.#.....#
            #######.#.#.#.#.#.#.#.#######
            ........#.###...#.#..........
            #.#####...#..##..#....#####..
            ##......#.####..#.#######...#
            ....###..#.######....#..#....
            .##.##.#.###..###....###.#.#.
            #.#.#.#..##..###.####....##..
            #.###....#.##...#########...#
            ##.#..##.#..##.###..#.#.###..
            .....#....#...#.....#.##...#.
            #..#.##.#.########.......##..
            #.###....#.##.#.#########.#.#
            #.#####.##..#.###....#.##.#..
            #.##...##..#.......##...#..#.
            #.#.#.###......##########.###
            ........#.##.#..###.#...#####
            #######..#...#####.##.#.###..
            #.....#.#...##.##...#...#....
            #.###.#.#.###.####..#####.###
            #.###.#.##..#...#........####
            #.###.#.####..##.###..######.
            #.....#..#..##.##...##.#.#.#.
            #######.#.####...#.#.##.#.#..
            """;
}
