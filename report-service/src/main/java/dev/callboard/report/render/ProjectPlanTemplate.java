package dev.callboard.report.render;

import dev.callboard.report.render.ProjectPlan.Activity;
import dev.callboard.report.render.Table.Cell;
import dev.callboard.report.render.Table.Column;

import java.util.List;

import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** The project plan, A4: the activities day by day, then a page on which each is a bar. */
public final class ProjectPlanTemplate extends ReportTemplate<ProjectPlan> {
    private static final int ROW = 1350;

    public ProjectPlanTemplate(Language language) {
        super("project-plan/4", language);
    }

    @Override
    String layOut(Canvas canvas, ProjectPlan plan) {
        new Page(canvas, plan).draw();
        return words.say(Word.PROJECT_PLAN) + " · " + plan.production();
    }

    private final class Page {
        private final Canvas canvas;
        private final ProjectPlan plan;
        private final Sheet sheet;

        Page(Canvas canvas, ProjectPlan plan) {
            this.canvas = canvas;
            this.plan = plan;
            this.sheet = new Sheet(canvas, words, this::furtherHead);
        }

        void draw() {
            head();
            list();
            new GanttPages(sheet, words, plan.activities()).draw();
            var of = plan.production() + " · " + words.say(Word.PROJECT_PLAN) + version(" · v");
            sheet.foot(of, words.say(Word.AS_OF) + " " + moment(), "");
        }

        private String version(String before) {
            return plan.version() == 0 ? "" : before + plan.version();
        }

        private String moment() {
            var at = plan.asOf();
            return words.weekdayShort(at.toLocalDate()) + " " + words.notation.date(at.toLocalDate()) + " "
                    + new DayTimes(at.toLocalDate(), null).clock(at);
        }

        private void head() {
            sheet.y = sheet.heading(title("", TITLE), 3000, TITLE, 2400) + 300;
            if (plan.goal() != null && !plan.goal().isBlank()) sheet.flow(RichText.plain(plan.goal()));
            var about = (plan.version() == 0 ? words.say(Word.PLAN_DRAFT) : words.say(Word.VERSION, plan.version()))
                    + ", " + moment() + " · "
                    + words.say(Word.PLAN_ACTIVITIES, plan.activities().size());
            sheet.flow(RichText.plain(about));
            sheet.y += 900;
        }

        private RichText title(String more, int size) {
            return RichText.NONE
                    .with(new RichText.Piece(plan.production() + " ", BOLD, size, false))
                    .with(new RichText.Piece(words.say(Word.PROJECT_PLAN) + more, REGULAR, size, false));
        }

        private void furtherHead() {
            var title = title(", " + words.say(Word.CONTINUED), KEY);
            sheet.y = sheet.heading(title, 3000, KEY, 1800) + 600;
        }

        private void list() {
            var activities = plan.activities();
            int from = 0;
            while (from < activities.size()) {
                int to = from;
                while (to < activities.size() && sameDay(activities.get(from), activities.get(to))) to++;
                day(activities.subList(from, to));
                from = to;
            }
        }

        private static boolean sameDay(Activity one, Activity other) {
            return one.workingDay().equals(other.workingDay());
        }

        private void day(List<Activity> activities) {
            var table = new Table(
                    sheet,
                    LEFT,
                    RIGHT,
                    ROW,
                    List.of(
                            new Column(words.say(Word.NO), LEFT, 2400, false),
                            new Column(words.say(Word.ACTIVITY), LEFT + 2700, 17300, false),
                            new Column(words.say(Word.LOCATION), LEFT + 20300, 11900, false),
                            new Column(words.say(Word.PLAN_UNIT), LEFT + 32500, 4200, false),
                            new Column(words.say(Word.PLAN_BEGINS), LEFT + 37000, 4000, false),
                            new Column(words.say(Word.LASTS), LEFT + 41300, 3400, false),
                            new Column(words.say(Word.PEOPLE), LEFT + 44900, 2600, true),
                            new Column(words.say(Word.PLAN_AFTER), LEFT + 48200, RIGHT - LEFT - 48200, false)));
            var day = activities.getFirst().workingDay();
            var times = new DayTimes(day, null);
            for (var activity : activities) {
                table.row(
                        Cell.of(activity.number()),
                        new Cell(
                                activity.cancelled()
                                        ? RichText.NONE.thenStruck(activity.title())
                                        : RichText.bold(activity.title()),
                                false),
                        Cell.of(activity.location() == null ? "" : activity.location()),
                        Cell.of(activity.unit()),
                        Cell.of(times.of(activity.start())),
                        Cell.of(DayTimes.length(activity.minutes())),
                        Cell.of(activity.people() == 0 ? "" : words.notation.whole(activity.people())),
                        Cell.of(String.join(", ", activity.after())));
            }
            sheet.need(1575 + table.start());
            var head = words.weekday(day) + " " + words.notation.longDate(day);
            sheet.y = sheet.blockHead(LEFT, RIGHT, sheet.y, head, "");
            table.flow(() -> sheet.y = sheet.blockHead(LEFT, RIGHT, sheet.y, sheet.continued(head), ""));
            sheet.y += 900;
        }
    }
}
