package dev.callboard.project.activity;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.rows.CsvRow;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * One activity in a list.
 *
 * @param line in the file
 * @param roles name → count
 * @param dependsOn numbers, of the file or of the project
 */
record ActivityRow(
        long line,
        String number,
        String title,
        @Nullable LocationSummary location,
        String unit,
        @Nullable LocalDateTime start,
        @Nullable Integer durationMinutes,
        @Nullable LocalDate workingDay,
        Map<String, Integer> roles,
        List<String> dependsOn,
        @Nullable String notes,
        @Nullable String overrideReason,
        Instant now) {

    static final List<String> REQUIRED = List.of("number", "title", "location", "start", "duration_minutes");
    static final List<String> OPTIONAL =
            List.of("unit", "working_day", "roles", "depends_on", "notes", "override_reason");

    /** Of a row that was refused nothing is written. */
    void writeTo(Activity activity, Function<String, UUID> unitId, Function<String, String> roleName) {
        if (location == null || start == null || durationMinutes == null || workingDay == null)
            throw new IllegalStateException("line " + line + " was refused");

        activity.number = number;
        activity.title = title;
        activity.locationId = location.id();
        activity.unitId = unitId.apply(unit);
        activity.notes = notes;
        activity.overrideReason = overrideReason;
        activity.roles = roles.entrySet().stream()
                .map(role -> new RoleRequirement(roleName.apply(role.getKey()), role.getValue()))
                .toList();
        activity.schedule(start, location.zone(), Duration.ofMinutes(durationMinutes), workingDay, now);
    }

    /** Reads rows against what the project has. */
    static final class Parser {
        private final Map<String, LocationSummary> places;
        private final Map<String, Activity> known;
        private final Instant now;
        private final Map<String, Long> seen = new HashMap<>();

        /**
         * @param places by lower-case name
         * @param known activities by lower-case number
         */
        Parser(Map<String, LocationSummary> places, Map<String, Activity> known, Instant now) {
            this.places = places;
            this.known = known;
            this.now = now;
        }

        ActivityRow parse(CsvRow row) {
            var number = row.required("number", 20);
            var first = seen.putIfAbsent(ActivityImport.key(number), row.line());
            if (first != null) row.refuse("number", "one row per activity; line " + first + " has it too");

            var location = row.mustParse("location", "a location of the project", this::place);
            var start = row.mustParse("start", "a local time such as 2027-10-30T20:00", LocalDateTime::parse);
            if (location != null && start != null) check(row, number, location, start);
            return new ActivityRow(
                    row.line(),
                    number,
                    row.required("title", 300),
                    location,
                    row.text("unit"),
                    start,
                    row.mustParse("duration_minutes", "1 to 20160", Parser::minutes),
                    day(row, start),
                    roles(row),
                    list(row.text("depends_on")),
                    row.optional("notes", 4000),
                    row.optional("override_reason", 500),
                    now);
        }

        private void check(CsvRow row, String number, LocationSummary location, LocalDateTime start) {
            try {
                var startsAt = WallClock.instant(start, location.zone());
                var before = known.get(ActivityImport.key(number));
                var moved = before == null || !before.startsAt.equals(startsAt);
                if (moved && startsAt.isBefore(now)) row.refuse("start", "a time to come");
            } catch (Problem skipped) {
                row.refuse("start", skipped.errors().getFirst().expected());
            }
        }

        private LocationSummary place(String name) {
            var place = places.get(ActivityImport.key(name));
            if (place == null) throw new IllegalArgumentException(name);
            return place;
        }

        private static @Nullable LocalDate day(CsvRow row, @Nullable LocalDateTime start) {
            if (start == null) return null;
            var own = start.toLocalDate();
            if (row.text("working_day").isEmpty()) return own;
            return row.parsed("working_day", own + " or the day before", text -> {
                var day = LocalDate.parse(text);
                if (!day.equals(own) && !day.equals(own.minusDays(1))) throw new IllegalArgumentException(text);
                return day;
            });
        }

        private static Map<String, Integer> roles(CsvRow row) {
            var roles = new LinkedHashMap<String, Integer>();
            for (var each : list(row.text("roles"))) {
                var colon = each.lastIndexOf(':');
                var name = colon < 0 ? each : each.substring(0, colon).strip();
                var count = colon < 0 ? "1" : each.substring(colon + 1).strip();
                if (name.isEmpty() || name.length() > 100 || !count.matches("[1-9][0-9]{0,3}")) {
                    row.refuse("roles", "names with counts such as gaffer:1;grip:4");
                    return roles;
                }
                roles.merge(name, Integer.parseInt(count), Integer::sum);
            }
            return roles;
        }

        private static List<String> list(String text) {
            return Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .toList();
        }

        private static int minutes(String text) {
            var minutes = Integer.parseInt(text);
            if (minutes < 1 || minutes > 14 * 24 * 60) throw new IllegalArgumentException(text);
            return minutes;
        }
    }
}
