package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.SummoningGrid.Call;
import dev.callboard.report.render.SummoningGrid.Day;
import dev.callboard.report.render.SummoningGrid.Person;
import dev.callboard.report.render.SummoningGrid.Team;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** People × days, A4. As many days as fit beside the names; the others follow with all the people again. */
public final class SummoningGridTemplate extends ReportTemplate<SummoningGrid> {
    private static final int NAME = 8400;
    private static final int ROLE = 5600;
    private static final int DAYS_LEFT = LEFT + NAME + ROLE;
    private static final int MOST_DAYS = 14;

    /** Narrower a call and its mark would not stay apart. */
    private static final int WIDEST_DAY = 3800;

    private static final int[] CALL_SIZES = {LABEL, 600, 500};

    public SummoningGridTemplate(Language language) {
        super("summoning-grid/3", language);
    }

    @Override
    String layOut(Canvas canvas, SummoningGrid grid) {
        new Page(canvas, grid).draw();
        return words.say(Word.SUMMONING_GRID) + " · " + grid.production();
    }

    private final class Page {
        private final Canvas canvas;
        private final SummoningGrid grid;
        private final Sheet sheet;
        private List<Day> days = List.of();
        private int dayWidth;

        Page(Canvas canvas, SummoningGrid grid) {
            this.canvas = canvas;
            this.grid = grid;
            this.sheet = new Sheet(canvas, words, this::furtherHead);
        }

        void draw() {
            head();
            int sets = Math.max(1, (grid.days().size() + MOST_DAYS - 1) / MOST_DAYS);
            int perSet = (grid.days().size() + sets - 1) / sets;
            for (int set = 0; set < sets; set++) {
                days = grid.days()
                        .subList(
                                set * perSet,
                                Math.min((set + 1) * perSet, grid.days().size()));
                dayWidth = days.isEmpty() ? WIDEST_DAY : Math.min(WIDEST_DAY, (RIGHT - DAYS_LEFT) / days.size());
                if (set > 0) sheet.turn();
                else dayHeads();
                for (var team : grid.teams()) team(team);
                totals();
            }
            var of = grid.production() + " · " + words.say(Word.SUMMONING_GRID) + " · v" + grid.version();
            sheet.foot(of, words.say(Word.AS_OF) + " " + moment(), "");
        }

        private String moment() {
            var at = grid.asOf();
            return words.weekdayShort(at.toLocalDate()) + " " + words.notation.date(at.toLocalDate()) + " "
                    + new DayTimes(at.toLocalDate(), null).clock(at);
        }

        private void head() {
            sheet.y = sheet.heading(title("", TITLE), 3000, TITLE, 2400) + 300;
            int people =
                    grid.teams().stream().mapToInt(team -> team.people().size()).sum();
            long calls = grid.teams().stream()
                    .flatMap(team -> team.people().stream())
                    .mapToLong(person -> person.calls().size())
                    .sum();
            var about = new ArrayList<>(List.of(
                    words.say(Word.VERSION, grid.version()) + ", " + moment(),
                    words.say(Word.GRID_PEOPLE, people, grid.days().size(), words.notation.whole(calls))));
            for (var mark : Mark.values()) {
                long of = grid.teams().stream()
                        .flatMap(team -> team.people().stream())
                        .flatMap(person -> person.calls().stream())
                        .filter(call -> call.mark() == mark)
                        .count();
                if (of > 0 && mark.word != null)
                    about.add(mark.sign + " " + words.say(mark.word) + " " + words.notation.whole(of));
            }
            about.add(words.say(Word.GRID_AFTER_MIDNIGHT));
            sheet.y =
                    sheet.lines(RichText.plain(String.join("   ", about)), LEFT, sheet.y, RIGHT - LEFT, LEADING) + 600;
        }

        private RichText title(String more, int size) {
            return RichText.NONE
                    .with(new RichText.Piece(grid.production() + " ", BOLD, size, false))
                    .with(new RichText.Piece(words.say(Word.SUMMONING_GRID) + more, REGULAR, size, false));
        }

        private void furtherHead() {
            var title = title(", " + words.say(Word.CONTINUED), KEY);
            sheet.y = sheet.heading(title, 3000, KEY, 1800) + 300;
            dayHeads();
        }

        private void dayHeads() {
            canvas.rule(LEFT, RIGHT, sheet.y, THICK);
            int top = sheet.y + THICK + 200;
            for (int at = 0; at < days.size(); at++) {
                var day = days.get(at);
                int x = DAYS_LEFT + at * dayWidth;
                canvas.text(x, top + Sheet.baseline(LABEL, 900), REGULAR, LABEL, words.weekdayShort(day.date()));
                var date = words.notation.dayMonth(day.date());
                int size = canvas.width(BOLD, LABEL, date) <= dayWidth - 200 ? LABEL : 600;
                canvas.text(x, top + 900 + Sheet.baseline(LABEL, 900), BOLD, size, date);
                if (day.number() > 0)
                    canvas.text(
                            x,
                            top + 1800 + Sheet.baseline(LABEL, 900),
                            REGULAR,
                            LABEL,
                            words.say(Word.GRID_DAY, day.number()));
            }
            sheet.y = top + 2700 + 200;
        }

        private void team(Team team) {
            var name = RichText.bold(team.name()).lines(canvas, NAME + ROLE - 300);
            int height = 1450 + (name.size() - 1) * LEADING;
            sheet.need(height + 50 + 2 * LEADING);
            canvas.rule(LEFT, RIGHT, sheet.y, RULE);
            int baseline = sheet.y + 150 + Sheet.baseline(TEXT, LEADING);
            for (int line = 0; line < name.size(); line++) name.get(line).draw(canvas, LEFT, baseline + line * LEADING);
            for (int at = 0; at < days.size(); at++) {
                var day = days.get(at);
                long called = team.people().stream()
                        .filter(person -> on(person, day) != null)
                        .count();
                if (called > 0) canvas.text(DAYS_LEFT + at * dayWidth, baseline, BOLD, LABEL, Long.toString(called));
            }
            sheet.y += height;
            for (var person : team.people()) person(person);
            sheet.y += 500;
        }

        private void person(Person person) {
            var name = RichText.plain(person.name()).lines(canvas, NAME - 300);
            var role = RichText.label(person.role()).lines(canvas, ROLE - 300);
            int height = Math.max(1, Math.max(name.size(), role.size())) * 1100;
            sheet.need(height);
            canvas.rule(LEFT, RIGHT, sheet.y, HAIRLINE);
            int baseline = sheet.y + HAIRLINE + Sheet.baseline(TEXT, 1100);
            for (int line = 0; line < name.size(); line++) name.get(line).draw(canvas, LEFT, baseline + line * 1100);
            for (int line = 0; line < role.size(); line++)
                role.get(line).draw(canvas, LEFT + NAME, baseline + line * 1100);
            for (int at = 0; at < days.size(); at++) {
                var call = on(person, days.get(at));
                if (call != null) call(call, DAYS_LEFT + at * dayWidth, baseline);
            }
            sheet.y += height;
        }

        private static Call on(Person person, Day day) {
            for (var call : person.calls()) if (call.day().equals(day.date())) return call;
            return null;
        }

        /** In the largest size in which call and mark stay in their day. */
        private void call(Call call, int x, int baseline) {
            var time = "%02d:%02d".formatted(call.at().getHour(), call.at().getMinute());
            if (call.at().toLocalDate().isAfter(call.day())) time += "+";
            var sign = call.mark() == null ? "" : call.mark().sign;
            for (int size : CALL_SIZES) {
                int width = canvas.width(REGULAR, size, time) + 150 + canvas.width(REGULAR, size, sign);
                if (width > dayWidth - 150 && size != CALL_SIZES[CALL_SIZES.length - 1]) continue;
                int end = canvas.text(x, baseline, REGULAR, size, time);
                canvas.text(end + 150, baseline, REGULAR, size, sign);
                return;
            }
        }

        private void totals() {
            sheet.need(1800);
            canvas.rule(LEFT, RIGHT, sheet.y, THICK);
            int baseline = sheet.y + THICK + 200 + Sheet.baseline(TEXT, LEADING);
            canvas.text(LEFT, baseline, BOLD, TEXT, words.say(Word.TOTAL));
            for (int at = 0; at < days.size(); at++) {
                var day = days.get(at);
                long called = grid.teams().stream()
                        .flatMap(team -> team.people().stream())
                        .filter(person -> on(person, day) != null)
                        .count();
                canvas.text(DAYS_LEFT + at * dayWidth, baseline, BOLD, LABEL, Long.toString(called));
            }
            sheet.y += 1800;
        }
    }
}
