package dev.callboard.report.render;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.callboard.report.render.CallSheet.Mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged production, as plan and as grid: 60 activities, 240 people. */
final class SaltRoad {
    private static final Path DATA = Path.of("../demo-data/salt-road");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final OffsetDateTime AS_OF =
            OffsetDateTime.of(LocalDateTime.parse("2027-10-15T16:20"), ZoneOffset.ofHours(2));

    /** So long before the first activity of their day people are called. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private SaltRoad() {}

    static ProjectPlan plan() {
        var locations = new HashMap<String, ZoneId>();
        for (var row : rows("locations.csv")) locations.put(row.getField("name"), ZoneId.of(row.getField("zone")));
        var activities = rows("activities.csv").stream()
                .map(row -> activity(row, locations.get(row.getField("location"))))
                .toList();
        return new ProjectPlan("The Salt Road", "A feature film in three countries", 3, AS_OF, activities);
    }

    private static ProjectPlan.Activity activity(NamedCsvRecord row, ZoneId zone) {
        var start = LocalDateTime.parse(row.getField("start")).atZone(zone).toOffsetDateTime();
        int minutes = Integer.parseInt(row.getField("duration_minutes"));
        var after = row.getField("depends_on");
        return new ProjectPlan.Activity(
                row.getField("number"),
                row.getField("title"),
                row.getField("unit"),
                row.getField("location"),
                LocalDate.parse(row.getField("working_day")),
                start,
                start.atZoneSameInstant(zone).plusMinutes(minutes).toOffsetDateTime(),
                minutes,
                after.isEmpty() ? List.of() : List.of(after.split(";")),
                roles(row).values().stream().mapToInt(Integer::intValue).sum(),
                false);
    }

    private static Map<String, Integer> roles(NamedCsvRecord row) {
        var roles = new LinkedHashMap<String, Integer>();
        for (var role : row.getField("roles").split(";")) {
            var parts = role.split(":");
            roles.put(parts[0], Integer.parseInt(parts[1]));
        }
        return roles;
    }

    /** Of each role as many as the day needs, from the top of the crew list; who stands high in it has answered. */
    static SummoningGrid grid() {
        var needed = new TreeMap<LocalDate, Map<String, Integer>>();
        var begins = new HashMap<LocalDate, LocalDateTime>();
        for (var row : rows("activities.csv")) {
            var day = LocalDate.parse(row.getField("working_day"));
            begins.merge(
                    day, LocalDateTime.parse(row.getField("start")), (one, other) -> one.isBefore(other) ? one : other);
            var ofDay = needed.computeIfAbsent(day, _ -> new LinkedHashMap<>());
            roles(row).forEach((role, count) -> ofDay.merge(role, count, Math::max));
        }
        var teams = new LinkedHashMap<String, List<SummoningGrid.Person>>();
        var taken = new HashMap<LocalDate, Map<String, Integer>>();
        int at = 0;
        for (var row : rows("crew.csv")) {
            var role = Arrays.asList(row.getField("roles").split(";")).getFirst();
            var calls = new ArrayList<SummoningGrid.Call>();
            for (var day : needed.keySet()) {
                int wanted = needed.get(day).getOrDefault(role, 0);
                int already = taken.computeIfAbsent(day, _ -> new HashMap<>()).merge(role, 1, Integer::sum);
                if (already > wanted) continue;
                var call = begins.get(day).minus(BEFORE).atZone(STOCKHOLM).toOffsetDateTime();
                calls.add(new SummoningGrid.Call(day, call, at % 9 == 4 ? Mark.PENDING : Mark.ACKNOWLEDGED));
            }
            at++;
            teams.computeIfAbsent(row.getField("department"), _ -> new ArrayList<>())
                    .add(new SummoningGrid.Person(
                            (row.getField("given_name") + " " + row.getField("family_name")).strip(), role, calls));
        }
        int number = 0;
        var days = new ArrayList<SummoningGrid.Day>();
        for (var day : needed.keySet()) days.add(new SummoningGrid.Day(day, ++number));
        return new SummoningGrid(
                "The Salt Road",
                4,
                AS_OF,
                days,
                teams.entrySet().stream()
                        .map(team -> new SummoningGrid.Team(
                                team.getKey(),
                                team.getValue().stream()
                                        .filter(person -> !person.calls().isEmpty())
                                        .toList()))
                        .filter(team -> !team.people().isEmpty())
                        .toList());
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
