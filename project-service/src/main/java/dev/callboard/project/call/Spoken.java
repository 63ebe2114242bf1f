package dev.callboard.project.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How times are said to people: always the location's time, always under the working day they belong to. 02:30 on the
 * 31st of a day that began on the 30th is {@code 02:30 (+1)}; of an hour that comes twice the first is A, the second B.
 */
public final class Spoken {
    private static final Locale WORDS = Locale.ENGLISH;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", WORDS);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", WORDS);

    private Spoken() {}

    /** Sat 30 Oct */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Sat 30 October */
    public static String dayAndMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE d MMMM", WORDS).format(date);
    }

    /** Saturday 30 October */
    public static String wholeDay(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", WORDS).format(date);
    }

    /** Sunday */
    public static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, WORDS);
    }

    /** 18:00, and 02:30 B in an hour that comes twice. */
    public static String clock(Instant at, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(LocalDateTime.ofInstant(at, zone));
        var clock = CLOCK.format(at.atZone(zone));
        if (offsets.size() < 2) return clock;
        return clock + (offsets.getFirst().equals(zone.getRules().getOffset(at)) ? " A" : " B");
    }

    /** 02:30 (+1): the date is that of the working day. */
    public static String clockOn(LocalDate workingDay, Instant at, ZoneId zone) {
        long later = ChronoUnit.DAYS.between(workingDay, at.atZone(zone).toLocalDate());
        return later == 0 ? clock(at, zone) : "%s (%+d)".formatted(clock(at, zone), later);
    }

    /** What is put behind a time that is on another date than the working day: (Sunday), after a blank. */
    public static String otherDay(Brief brief, Instant at) {
        var date = at.atZone(brief.zone()).toLocalDate();
        return date.equals(brief.workingDay()) ? "" : " (" + weekday(date) + ")";
    }

    /** Fri 29 Oct 22:00 */
    public static String moment(Instant at, ZoneId zone) {
        return day(at.atZone(zone).toLocalDate()) + " " + clock(at, zone);
    }

    /** Thu 28 Oct 2027 19:05 */
    public static String momentWithYear(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM uuuu", WORDS).format(at.atZone(zone)) + " " + clock(at, zone);
    }

    /** Stockholm, of Europe/Stockholm. */
    public static String cityOf(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** UTC+2, UTC, UTC+5:30 */
    public static String offset(Instant at, ZoneId zone) {
        int seconds = zone.getRules().getOffset(at).getTotalSeconds();
        if (seconds == 0) return "UTC";
        int minutes = Math.abs(seconds) / 60;
        var sign = seconds < 0 ? "\u2212" : "+";
        return minutes % 60 == 0
                ? "UTC" + sign + minutes / 60
                : "UTC%s%d:%02d".formatted(sign, minutes / 60, minutes % 60);
    }

    /** 13 hours; 1 hour; 12 h 30; 45 minutes */
    public static String length(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (minutes == 0) return hours == 1 ? "1 hour" : hours + " hours";
        return hours == 0 ? minutes + " minutes" : "%d h %02d".formatted(hours, minutes);
    }

    /** Half an hour earlier; An hour later; 1 h 30 later; capital first. */
    public static String moved(Instant before, Instant now) {
        var by = Duration.between(before, now);
        var length =
                switch ((int) by.abs().toMinutes()) {
                    case 30 -> "Half an hour";
                    case 60 -> "One hour";
                    default -> length(by.abs());
                };
        return length + (by.isNegative() ? " earlier" : " later");
    }

    /** About 06:00 on Sunday; the day is named only when it is another one. */
    public static String wrap(Brief brief) {
        var date = brief.wrapAt().atZone(brief.zone()).toLocalDate();
        var clock = clock(brief.wrapAt(), brief.zone());
        return "Wrap about " + clock + (date.equals(brief.workingDay()) ? "" : " on " + weekday(date));
    }

    /** A night is a call that is still going on, or only begins, at 02:00 after the working day's midnight. */
    public static boolean isNight(Brief brief) {
        var deepNight =
                brief.workingDay().plusDays(1).atTime(2, 0).atZone(brief.zone()).toInstant();
        return !brief.wrapAt().isBefore(deepNight);
    }

    /** 070-174 06 24: a Swedish mobile as it is dialled there, all others as they are dialled from anywhere. */
    public static String phone(String e164) {
        if (e164.matches("\\+46\\d{9}")) {
            var d = e164.substring(3);
            return "0%s-%s %s %s".formatted(d.substring(0, 2), d.substring(2, 5), d.substring(5, 7), d.substring(7));
        }
        return e164;
    }

    /** Call Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road: enough for who reads no further. */
    public static String subject(Brief brief) {
        return "Call " + line(brief);
    }

    /** Sat 30 Oct 20:00 · Slussen, Stockholm · The Salt Road */
    public static String line(Brief brief) {
        return List.of(
                        day(brief.workingDay()) + " " + clockOn(brief.workingDay(), brief.callAt(), brief.zone()),
                        brief.place().brief(),
                        brief.production())
                .stream()
                .collect(Collectors.joining(" \u00b7 "));
    }

    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(WORDS) + words.substring(1);
    }
}
