package dev.callboard.report.render;

import java.time.OffsetDateTime;
import java.util.Locale;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** Everything that is needed in an emergency or when lost, in three columns. */
final class CallSheetPlace {
    private static final int CODE = 5400;

    /** Of one fact in its column, a third of the page wide. */
    private static final int MOST_LINES = 12;

    private final CallSheetPage page;
    private final CallSheet item;
    private final Canvas canvas;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;
    private final CallSheetMarks marks;

    CallSheetPlace(CallSheetPage page) {
        this.page = page;
        item = page.item;
        canvas = page.canvas;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
        marks = page.marks;
    }

    /** @return where it ends */
    int draw(int top) {
        int end = safety(top);
        if (item.place() != null) end = Math.max(end, place(item.place(), top));
        return Math.max(end, sky(top)) + 1200;
    }

    /** Of what is too long for its column nothing stands there: it follows below, as wide as the page. */
    private int fact(String label, RichText said, int x, int top) {
        int lines = said.lines(canvas, COLUMN - Sheet.LABELS).size();
        if (lines <= MOST_LINES && top + lines * LEADING <= BOTTOM) return sheet.fact(label, said, x, top);

        page.further.add(new CallSheetPage.Further(label, said));
        return sheet.fact(label, RichText.plain(words.say(Word.SEE_BELOW)), x, top);
    }

    /** As {@link #fact}, marked where this cell is new. */
    private int fact(String label, RichText said, int x, int top, String cell) {
        int end = fact(label, marks.fact(said, cell), x, top);
        if (end > top && marks.of(cell) > 0) canvas.bar(x + Sheet.LABELS - 600, top + 100, end - 100, 200);
        return end;
    }

    private int safety(int top) {
        var safety = item.safety();
        int y = sheet.blockHead(LEFT, LEFT + COLUMN, top, words.say(Word.SAFETY), "");
        int baseline = y + Sheet.baseline(TEXT, LEADING);
        canvas.text(LEFT, baseline, REGULAR, LABEL, words.say(Word.EMERGENCY));
        int numberEnd = canvas.text(LEFT + Sheet.LABELS, baseline, BOLD, KEY, safety.emergencyNumber());
        int emergency = marks.of("/safety/emergencyNumber");
        if (emergency > 0) {
            canvas.text(numberEnd + 300, baseline, BOLD, LABEL, "◆" + emergency);
            canvas.bar(LEFT + Sheet.LABELS - 600, y + 100, y + 1300, 200);
        }
        y += 1400;

        var hospital = safety.hospital();
        y = fact(
                words.say(Word.HOSPITAL),
                hospital == null
                        ? RichText.bold(words.say(Word.NOT_NAMED))
                        : RichText.bold(hospital.name())
                                .then(hospital.address().isBlank() ? "" : "\n" + hospital.address())
                                .thenBold(hospital.phone().isBlank() ? "" : "\n" + DayTimes.phone(hospital.phone())),
                LEFT,
                y,
                "/safety/hospital");
        var medic = safety.medic();
        if (medic != null && (medic.name() != null || medic.phone() != null))
            y = fact(
                    words.say(Word.UNIT_MEDIC),
                    RichText.plain(joined("\n", medic.name(), phone(medic.phone()))),
                    LEFT,
                    y,
                    "/safety/medic");
        var certificates = RichText.NONE;
        for (var certificate : safety.certificates()) {
            certificates = certificates.then((certificates.isEmpty() ? "" : "\n")
                    + certificate.name()
                    + (certificate.roles().isEmpty() ? "" : ": " + String.join(", ", certificate.roles())));
        }
        y = fact(words.say(Word.CERTIFICATES), certificates, LEFT, y, "/safety/certificates");
        return fact(words.say(Word.NOTES), plain(safety.notes()), LEFT, y, "/safety/notes");
    }

    private int place(CallSheet.Place place, int top) {
        int y = sheet.blockHead(SECOND, SECOND + COLUMN, top, words.say(Word.PLACE), "");
        y = fact(
                words.say(Word.SET),
                RichText.bold(place.set()).then(place.address().isBlank() ? "" : "\n" + place.address()),
                SECOND,
                y,
                "/place/set");
        y = fact(words.say(Word.UNIT_BASE), plain(place.unitBase()), SECOND, y, "/place/unitBase");
        y = fact(words.say(Word.PARKING), plain(place.parking()), SECOND, y, "/place/parking");
        y = fact(words.say(Word.ACCESS), plain(place.access()), SECOND, y, "/place/access");
        y = fact(
                words.say(Word.SITE_CONTACT),
                RichText.plain(joined(" ", place.contactName(), phone(place.contactPhone()))),
                SECOND,
                y,
                "/place/contactName");
        return fact(words.say(Word.POWER), plain(place.power()), SECOND, y, "/place/power");
    }

    private int sky(int top) {
        var map = item.place() == null ? null : item.place().map();
        int y = sheet.blockHead(
                THIRD, RIGHT, top, map == null ? words.say(Word.SKY_AND_ZONE) : words.say(Word.MAP_SKY_ZONE), "");
        if (map != null) {
            canvas.code(THIRD, y + 400, CODE, map.code());
            int x = THIRD + CODE + 900;
            int change = marks.of("/place/map");
            var head = RichText.bold(words.say(Word.MAP_AND_ROUTE));
            int end = sheet.lines(change == 0 ? head : head.then(" ").change(change), x, y + 400, RIGHT - x, LEADING);
            end = sheet.smallLines(RichText.label(typed(map.url())), x, end, RIGHT - x);
            sheet.smallLines(RichText.label(point(map.latitude(), map.longitude())), x, end, RIGHT - x);
            if (change > 0) canvas.bar(x - 600, y + 400, end, 200);
            y = Math.max(y + 400 + CODE + 300, end + 900);
        }
        var sky = item.sky();
        if (sky != null) {
            var set = sky.sunset();
            boolean riseFirst =
                    sky.sunrise() != null && set != null && sky.sunrise().isBefore(set);
            if (riseFirst) y = fact(words.say(Word.SUNRISE), RichText.plain(times.of(sky.sunrise())), THIRD, y);
            if (set != null)
                y = fact(words.say(Word.SUNSET), RichText.plain(times.of(set) + dark(sky.dark())), THIRD, y);
            if (!riseFirst && sky.sunrise() != null)
                y = fact(words.say(Word.SUNRISE), RichText.plain(times.of(sky.sunrise())), THIRD, y);
            var weather = sky.weather();
            if (weather != null) {
                y = fact(words.say(Word.WEATHER), RichText.plain(weather.words()), THIRD, y, "/sky/weather");
                var entered = words.say(
                        Word.ENTERED,
                        words.weekdayShort(weather.enteredAt().toLocalDate()) + " " + times.clock(weather.enteredAt()),
                        weather.source());
                y = sheet.smallLines(RichText.label(entered), THIRD + Sheet.LABELS, y, COLUMN - Sheet.LABELS);
            }
        }
        return fact(words.say(Word.ZONE), RichText.plain(zone()), THIRD, y, "/zone");
    }

    private String dark(OffsetDateTime dark) {
        return dark == null ? "" : " · " + words.say(Word.DARK, times.of(dark));
    }

    private String zone() {
        var change = item.clockChange();
        if (change != null) {
            return "%s, %s,\n%s %s"
                    .formatted(
                            item.zone(),
                            DayTimes.offset(change.before()),
                            words.say(Word.THEN),
                            DayTimes.offset(change.after()));
        }
        return item.generalCall() == null
                ? item.zone()
                : item.zone() + ", " + DayTimes.offset(item.generalCall().getOffset());
    }

    /**
     * What somebody without a camera types, in lines that begin with what divides them: {@code www.openstreetmap.org},
     * {@code /?mlat=59.3195}, {@code &mlon=18.0722}. A browser needs no scheme, behind {@code #} stands only how near to
     * look, and five decimals of a degree are a metre.
     */
    private static String typed(String url) {
        int from = url.indexOf("://");
        int to = url.indexOf('#');
        return url.substring(from < 0 ? 0 : from + 3, to < 0 ? url.length() : to)
                .replaceAll("(\\.[0-9]{5})[0-9]+", "$1")
                .replaceAll("/$", "")
                .replaceFirst("/", "\n/")
                .replace("&", "\n&");
    }

    private static String point(double latitude, double longitude) {
        return String.format(
                Locale.ROOT,
                "%.4f %s %.4f %s",
                Math.abs(latitude),
                latitude < 0 ? "S" : "N",
                Math.abs(longitude),
                longitude < 0 ? "W" : "E");
    }

    private static RichText plain(String text) {
        return text == null ? RichText.NONE : RichText.plain(text);
    }

    private static String phone(String phone) {
        return phone == null ? null : DayTimes.phone(phone);
    }

    private static String joined(String by, String one, String other) {
        if (one == null) return other == null ? "" : other;
        return other == null ? one : one + by + other;
    }
}
