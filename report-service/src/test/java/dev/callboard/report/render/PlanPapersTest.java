package dev.callboard.report.render;

import dev.callboard.report.render.SummoningGrid.Call;
import dev.callboard.report.render.SummoningGrid.Day;
import dev.callboard.report.render.SummoningGrid.Person;
import dev.callboard.report.render.SummoningGrid.Team;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static dev.callboard.report.render.GalleryTest.drawn;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** The grid and the plan of the packaged production. */
class PlanPapersTest {
    private final SummoningGridTemplate grids = new SummoningGridTemplate(Language.EN);
    private final ProjectPlanTemplate plans = new ProjectPlanTemplate(Language.EN);

    @Test
    void the_grid_has_everybody_who_is_called_and_the_sum_of_each_day() throws IOException {
        var grid = SaltRoad.grid();

        var text = textOf(grids, grids.draw(grid));

        long called = grid.teams().stream()
                .flatMap(team -> team.people().stream())
                .filter(person -> person.calls().stream().anyMatch(call -> call.day()
                        .equals(grid.days().getFirst().date())))
                .count();
        assertThat(text).contains("Zoë Müller", "Κώστας Γεωργίου", "Total " + called);
        assertThat(text).contains("Mon\n18 Oct\nDay 1");
    }

    @Test
    void a_call_after_midnight_belongs_to_its_day_and_says_so() throws IOException {
        var saturday = LocalDate.of(2027, 10, 30);
        var call = new Call(saturday, OffsetDateTime.parse("2027-10-31T00:15:00+02:00"), CallSheet.Mark.DECLINED);
        var grid = new SummoningGrid(
                "The Salt Road",
                1,
                call.at(),
                List.of(new Day(saturday, 12)),
                List.of(new Team("Grip", List.of(new Person("Bo Ekdahl", "best boy grip", List.of(call))))));

        assertThat(textOf(grids, grids.draw(grid))).contains("00:15+ ×", "× declined 1", "People 1 · days 1 · calls 1");
    }

    @Test
    void the_plan_lists_each_activity_and_shows_it_once_more_as_a_bar() throws IOException {
        var plan = SaltRoad.plan();

        var tail = plans.draw(plan);
        var text = textOf(plans, tail).replaceAll("\\s+", " ");

        assertThat(plan.activities()).hasSize(60);
        for (var activity : plan.activities())
            assertThat(text.split(Pattern.quote(activity.title()), -1))
                    .as(activity.title())
                    .hasSizeGreaterThan(2);
        assertThat(text).contains("October 2027", "November 2027", "page " + tail.pages() + " of " + tail.pages());
    }

    @Test
    void a_year_of_activities_goes_on_over_more_gantt_pages() {
        var start = OffsetDateTime.parse("2027-01-11T08:00:00+01:00");
        var activities = IntStream.range(0, 12)
                .mapToObj(month -> {
                    var at = start.plusMonths(month);
                    return new ProjectPlan.Activity(
                            Integer.toString(month + 1),
                            "Month " + (month + 1),
                            "Main unit",
                            null,
                            at.toLocalDate(),
                            at,
                            at.plusHours(4),
                            240,
                            List.of(),
                            0,
                            false);
                })
                .toList();

        var tail = plans.draw(new ProjectPlan("The Salt Road", null, 1, start, activities));

        assertThat(tail.pages()).isBetween(12, 14);
    }

    /** 2,000 characters, as many as there may be, in a line each or without a space. */
    @Test
    void a_goal_that_is_higher_than_a_page_goes_on_overleaf_and_none_of_it_is_lost() throws IOException {
        var plan = SaltRoad.plan();
        var lines = IntStream.rangeClosed(1, 400).mapToObj(at -> "G" + at).collect(joining("\n"));
        var drawn = drawn(plans, new ProjectPlan("The Salt Road", lines, 3, plan.asOf(), plan.activities()));

        assertThat(TextBoxes.misplaced(drawn)).isEmpty();
        assertThat(words(drawn)).containsAll(List.of(lines.split("\n"))).contains("Version");
    }

    @Test
    void an_activity_that_is_higher_than_a_page_goes_on_overleaf_under_the_name_of_its_day() throws IOException {
        var plan = SaltRoad.plan();
        var first = plan.activities().getFirst();
        var waitsFor =
                IntStream.rangeClosed(1, 100).mapToObj("S%04d"::formatted).toList();
        var activities = new ArrayList<>(plan.activities());
        activities.set(
                0,
                new ProjectPlan.Activity(
                        first.number(),
                        first.title(),
                        first.unit(),
                        first.location(),
                        first.workingDay(),
                        first.start(),
                        first.end(),
                        first.minutes(),
                        waitsFor,
                        first.people(),
                        false));
        var drawn = drawn(plans, new ProjectPlan("The Salt Road", null, 3, plan.asOf(), activities));

        assertThat(TextBoxes.misplaced(drawn)).isEmpty();
        assertThat(words(drawn))
                .containsAll(waitsFor)
                .containsSubsequence("Monday", "18", "October", "2027", "continued");
        for (var activity : activities)
            assertThat(words(drawn)).contains(activity.title().split("[\\s,]+"));
    }

    private static List<String> words(byte[] document) throws IOException {
        try (var opened = Loader.loadPDF(document)) {
            return List.of(new PDFTextStripper().getText(opened).split("[\\s,]+"));
        }
    }

    private static String textOf(Template<?> template, Tail tail) throws IOException {
        var document = new ByteArrayOutputStream();
        document.write(template.prefix(tail.prefix()));
        document.write(tail.bytes());
        try (var opened = Loader.loadPDF(document.toByteArray())) {
            return new PDFTextStripper().getText(opened);
        }
    }
}
