package dev.callboard.report.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.SummoningGrid.Call;
import dev.callboard.report.render.SummoningGrid.Person;
import dev.callboard.report.render.SummoningGrid.Team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is called when, put together call by call. What a grid does not show of a call is not kept: 50,000 of them would be
 * 200 MiB of JSON and are 10.
 */
final class CalledPeople {
    /** As the first call says; of two units that call somebody to one day the earlier call counts. */
    private record Called(String department, String name, String roles, Map<LocalDate, Call> calls) {
        static Called of(JsonNode call) {
            var roles = new ArrayList<String>();
            call.get("roles").forEach(role -> roles.add(role.asText()));
            return new Called(
                    call.at("/person/departmentId").asText(""),
                    call.at("/person/name").asText(),
                    String.join(", ", roles),
                    new LinkedHashMap<>());
        }
    }

    private final Map<String, Called> people = new LinkedHashMap<>();
    private final SortedSet<LocalDate> dates = new TreeSet<>();
    private int planNumber;
    private Instant touched = Instant.MIN;

    void add(JsonNode call) {
        var day = LocalDate.parse(call.get("workingDay").asText());
        var at = Instant.parse(call.at("/call/instant").asText())
                .atZone(ZoneId.of(call.at("/call/zone").asText()))
                .toOffsetDateTime();
        people.computeIfAbsent(call.at("/person/crewEntryId").asText(), _ -> Called.of(call))
                .calls
                .merge(
                        day,
                        new Call(day, at, mark(call)),
                        (one, other) -> one.at().isAfter(other.at()) ? other : one);
        dates.add(day);
        planNumber = Math.max(planNumber, call.get("planNumber").asInt());
        var heardOf = touched(call);
        if (heardOf.isAfter(touched)) touched = heardOf;
    }

    private static Instant touched(JsonNode call) {
        var published = Instant.parse(call.get("publishedAt").asText());
        var answered = call.at("/answer/at").asText(null);
        return answered == null || Instant.parse(answered).isBefore(published) ? published : Instant.parse(answered);
    }

    private static Mark mark(JsonNode call) {
        return switch (call.at("/answer/state").asText()) {
            case "ACKNOWLEDGED" -> Mark.ACKNOWLEDGED;
            case "DECLINED" -> Mark.DECLINED;
            default -> {
                var mail = call.at("/delivery/0/state").asText();
                yield mail.equals("BOUNCED") || mail.equals("FAILED") ? Mark.NOT_DELIVERED : Mark.PENDING;
            }
        };
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    /** The latest that somebody is called by. */
    int planNumber() {
        return planNumber;
    }

    /** When one of the calls was last heard of, so that the grid says by itself as of when it is. */
    Instant touched() {
        return touched;
    }

    SortedSet<LocalDate> dates() {
        return dates;
    }

    /** @param department its id; empty: who is in none */
    Optional<Team> team(String name, String department) {
        List<Person> members = people.entrySet().stream()
                .filter(person -> department.equals(person.getValue().department))
                .sorted(Map.Entry.comparingByKey()) // as they were entered in the crew list
                .map(Map.Entry::getValue)
                .map(person -> new Person(person.name, person.roles, List.copyOf(person.calls.values())))
                .toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(new Team(name, members));
    }
}
