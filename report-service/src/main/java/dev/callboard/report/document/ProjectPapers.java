package dev.callboard.report.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.ProjectPlan;
import dev.callboard.report.render.SummoningGrid;
import dev.callboard.report.room.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

import static dev.callboard.report.room.Room.Use.PAPERS;

/** Grid and plan of a project, put together from what project-service tells the caller. */
@ApplicationScoped
class ProjectPapers {
    /** MiB: a grid of 50,000 calls, or a plan of 1,000 activities, and what is drawn of it. */
    private static final int ROOM = 16;

    @Inject
    Question question;

    @Inject
    Share share;

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND before anybody was called; UNAVAILABLE without room for it */
    SummoningGrid grid(UUID projectId) {
        share.take(PAPERS, ROOM);
        var path = "/projects/" + projectId;
        var project = question.ofProjects(path).json();
        var called = new CalledPeople();
        question.each(question::ofProjects, path + "/calls", called::add);
        if (called.isEmpty()) throw CommonProblem.NOT_FOUND.of("summoning grid");

        var zone = ZoneId.of(project.get("zone").asText());
        return new SummoningGrid(
                project.get("name").asText(),
                called.planNumber(),
                called.touched().atZone(zone).toOffsetDateTime(),
                days(path, called.dates()),
                teams(path, called));
    }

    private List<SummoningGrid.Day> days(String path, SortedSet<LocalDate> dates) {
        var main = question.ofProjects(path + "/units").json().at("/items/0/id").asText();
        var numbers = new HashMap<LocalDate, Integer>();
        question.each(question::ofProjects, path + "/days", day -> {
            if (day.get("unitId").asText().equals(main))
                numbers.put(date(day, "date"), day.get("number").asInt());
        });
        return dates.stream()
                .map(date -> new SummoningGrid.Day(date, numbers.getOrDefault(date, 0)))
                .toList();
    }

    private List<SummoningGrid.Team> teams(String path, CalledPeople called) {
        var teams = new ArrayList<SummoningGrid.Team>();
        for (var department : question.items(question::ofProjects, path + "/departments"))
            called.team(department.get("name").asText(), department.get("id").asText())
                    .ifPresent(teams::add);
        called.team("–", "").ifPresent(teams::add);
        return teams;
    }

    /** As it was published last. @throws dev.callboard.kit.problem.Problem NOT_FOUND before it was; UNAVAILABLE */
    ProjectPlan plan(UUID projectId) {
        share.take(PAPERS, ROOM);
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
