package dev.callboard.report.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.ProjectPlan;
import dev.callboard.report.render.SummoningGrid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Grid and plan of a project, put together from what project-service tells the caller. */
@ApplicationScoped
class ProjectPapers {
    @Inject
    Question question;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND before anybody was called */
    SummoningGrid grid(UUID projectId) {
        var path = "/projects/" + projectId;
        var project = question.ofProjects(path).json();
        var calls = question.items(question::ofProjects, path + "/calls");
        if (calls.isEmpty()) throw CommonProblem.NOT_FOUND.of("summoning grid");

        var zone = ZoneId.of(project.get("zone").asText());
        var asOf = calls.stream()
                .map(ProjectPapers::touched)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new SummoningGrid(
                project.get("name").asText(),
                calls.stream()
                        .mapToInt(call -> call.get("planNumber").asInt())
                        .max()
                        .orElse(0),
                asOf.atZone(zone).toOffsetDateTime(),
                days(path, calls),
                teams(path, calls));
    }

    /** When a call was last heard of, so that the grid says by itself as of when it is. */
    private static Instant touched(JsonNode call) {
        var published = Instant.parse(call.get("publishedAt").asText());
        var answered = call.at("/answer/at").asText(null);
        return answered == null || Instant.parse(answered).isBefore(published) ? published : Instant.parse(answered);
    }

    private List<SummoningGrid.Day> days(String path, List<JsonNode> calls) {
        var main = question.ofProjects(path + "/units").json().at("/items/0/id").asText();
        var numbers = new HashMap<LocalDate, Integer>();
        for (var day : question.items(question::ofProjects, path + "/days"))
            if (day.get("unitId").asText().equals(main))
                numbers.put(date(day, "date"), day.get("number").asInt());
        var dates = new TreeSet<LocalDate>();
        calls.forEach(call -> dates.add(date(call, "workingDay")));
        return dates.stream()
                .map(date -> new SummoningGrid.Day(date, numbers.getOrDefault(date, 0)))
                .toList();
    }

    private List<SummoningGrid.Team> teams(String path, List<JsonNode> calls) {
        var people = new LinkedHashMap<String, List<JsonNode>>();
        calls.forEach(
                call -> people.computeIfAbsent(call.at("/person/crewEntryId").asText(), _ -> new ArrayList<>())
                        .add(call));
        var teams = new ArrayList<SummoningGrid.Team>();
        var departments = question.items(question::ofProjects, path + "/departments");
        for (var department : departments)
            team(department.get("name").asText(), people, department.get("id").asText(), teams);
        team("–", people, "", teams);
        return teams;
    }

    private static void team(
            String name, Map<String, List<JsonNode>> people, String department, List<SummoningGrid.Team> teams) {
        var members = people.entrySet().stream()
                .filter(person -> department.equals(
                        person.getValue().getFirst().at("/person/departmentId").asText("")))
                .sorted(Map.Entry.comparingByKey()) // as they were entered in the crew list
                .map(person -> person(person.getValue()))
                .toList();
        if (!members.isEmpty()) teams.add(new SummoningGrid.Team(name, members));
    }

    /** Of two units that call somebody to one day the earlier call counts. */
    private static SummoningGrid.Person person(Collection<JsonNode> calls) {
        var byDay = new LinkedHashMap<LocalDate, SummoningGrid.Call>();
        JsonNode first = calls.iterator().next();
        for (var call : calls) {
            var at = Instant.parse(call.at("/call/instant").asText())
                    .atZone(ZoneId.of(call.at("/call/zone").asText()))
                    .toOffsetDateTime();
            var day = date(call, "workingDay");
            byDay.merge(
                    day,
                    new SummoningGrid.Call(day, at, mark(call)),
                    (one, other) -> one.at().isAfter(other.at()) ? other : one);
        }
        var roles = new ArrayList<String>();
        first.get("roles").forEach(role -> roles.add(role.asText()));
        return new SummoningGrid.Person(
                first.at("/person/name").asText(), String.join(", ", roles), List.copyOf(byDay.values()));
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

    /** As it was published last. @throws dev.callboard.kit.problem.Problem NOT_FOUND before it was */
    ProjectPlan plan(UUID projectId) {
        var path = "/projects/" + projectId;
        var project = question.ofProjects(path).json();
        int number = question.ofProjects(path + "/plan").json().get("number").asInt();
        if (number == 0) throw CommonProblem.NOT_FOUND.of("published plan");

        var version = question.ofProjects(path + "/plan/versions/" + number).json();
        var places = names(question.items(question::ofProjects, path + "/locations"));
        var units = names(question.items(question::ofProjects, path + "/units"));
        var numbers = new HashMap<String, String>();
        version.get("activities")
                .forEach(activity -> numbers.put(
                        activity.get("id").asText(), activity.get("number").asText()));
        var activities = new ArrayList<ProjectPlan.Activity>();
        for (var activity : version.get("activities")) activities.add(activity(activity, places, units, numbers));
        return new ProjectPlan(
                project.get("name").asText(),
                project.path("goal").asText(null),
                number,
                Instant.parse(version.get("publishedAt").asText())
                        .atZone(ZoneId.of(project.get("zone").asText()))
                        .toOffsetDateTime(),
                activities);
    }

    private static ProjectPlan.Activity activity(
            JsonNode activity, Map<String, String> places, Map<String, String> units, Map<String, String> numbers) {
        var zone = ZoneId.of(activity.get("zone").asText());
        var after = new ArrayList<String>();
        activity.get("dependsOn").forEach(id -> after.add(numbers.getOrDefault(id.asText(), "?")));
        int people = 0;
        for (var role : activity.get("roles")) people += role.get("count").asInt();
        return new ProjectPlan.Activity(
                activity.get("number").asText(),
                activity.get("title").asText(),
                units.getOrDefault(activity.get("unitId").asText(), ""),
                places.get(activity.get("locationId").asText()),
                date(activity, "workingDay"),
                local(activity, "startsAt", zone),
                local(activity, "endsAt", zone),
                (int) Duration.parse(activity.get("duration").asText()).toMinutes(),
                after,
                people,
                activity.get("state").asText().equals("CANCELLED"));
    }

    private static OffsetDateTime local(JsonNode of, String field, ZoneId zone) {
        return Instant.parse(of.get(field).asText()).atZone(zone).toOffsetDateTime();
    }

    private static Map<String, String> names(List<JsonNode> items) {
        var names = new HashMap<String, String>();
        items.forEach(
                item -> names.put(item.get("id").asText(), item.get("name").asText()));
        return names;
    }

    private static LocalDate date(JsonNode of, String field) {
        return LocalDate.parse(of.get(field).asText());
    }
}
