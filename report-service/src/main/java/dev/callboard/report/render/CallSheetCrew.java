package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Department;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Person;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static dev.callboard.report.render.Grid.BOTTOM;
import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * The crew by department and what else the day needs, in three columns. A department stays whole where it can; if it must
 * split, its name is repeated. A crew line reads role, name, call, answer; the call is nearest to its mark.
 */
final class CallSheetCrew {
    private static final int LINE = 1100;
    private static final int ROLE = 6600;
    private static final int MARK = 1050;
    private static final int AFTER_BLOCK = 500;

    /** Lines of a department that must split which stay with its head. */
    private static final int TOGETHER = 3;

    private static final int[] COLUMNS = {LEFT, SECOND, THIRD};

    private final CallSheetPage page;
    private final CallSheet item;
    private final Canvas canvas;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;
    private int top;
    private int column;
    private int y;

    /** Where keeping departments whole would cost a page, they are split. */
    private boolean whole = true;

    private record Row(
            List<RichText.Line> role, List<RichText.Line> name, RichText.Line call, Person person, int height) {}

    CallSheetCrew(CallSheetPage page) {
        this.page = page;
        item = page.item;
        canvas = page.canvas;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
    }

    void draw() {
        if (item.crew().isEmpty() && item.radio().isEmpty() && item.next().isEmpty()) return;
        sheet.turn();
        keyLine();
        top = sheet.y;
        y = top;
        whole = pages(true) <= pages(false);
        for (var department : item.crew()) department(department);
        transport();
        catering();
        radio();
        next();
    }

    private void keyLine() {
        int baseline = sheet.y + Sheet.baseline(TEXT, LEADING);
        int called = item.crew().stream().mapToInt(of -> of.people().size()).sum();
        int x = canvas.text(LEFT, baseline, BOLD, TEXT, words.say(Word.CREW_BY_DEPARTMENT));
        canvas.text(x, baseline, REGULAR, TEXT, " · " + words.say(Word.N_CALLED, called));
        canvas.textRight(RIGHT, baseline, REGULAR, TEXT, key());
        sheet.y += LEADING + 600;
    }

    private String key() {
        var key = new ArrayList<String>();
        if (page.showsAnswers()) {
            for (var mark : Mark.values()) {
                long of = people().filter(person -> person.mark() == mark).count();
                if (of > 0 && mark.word != null) key.add(mark.sign + " " + words.say(mark.word) + " " + of);
            }
        }
        if (people().anyMatch(person -> person.change() > 0))
            key.add(words.say(Word.CHANGED_KEY, item.version().number()));
        return String.join("   ", key);
    }

    private Stream<Person> people() {
        return item.crew().stream().flatMap(department -> department.people().stream());
    }

    private void department(Department department) {
        var rows = rows(department.people());
        int height = head(department) + rows.stream().mapToInt(Row::height).sum();
        boolean staysWhole = whole && top + height <= BOTTOM;
        int least = height - rows.stream().skip(TOGETHER).mapToInt(Row::height).sum();
        if (y + (staysWhole ? height : least) > BOTTOM) nextColumn();
        drawHead(department, false);
        for (var row : rows) {
            if (y + row.height > BOTTOM) {
                nextColumn();
                drawHead(department, true);
            }
            draw(row);
        }
        y += AFTER_BLOCK;
    }

    /** Pages that all of it would take. */
    private int pages(boolean whole) {
        int columns = 1;
        int at = top;
        for (var department : item.crew()) {
            var rows = rows(department.people());
            int height = head(department) + rows.stream().mapToInt(Row::height).sum();
            int least =
                    height - rows.stream().skip(TOGETHER).mapToInt(Row::height).sum();
            if (at + (whole && top + height <= BOTTOM ? height : least) > BOTTOM) {
                columns++;
                at = top;
            }
            at += head(department);
            for (var row : rows) {
                if (at + row.height > BOTTOM) {
                    columns++;
                    at = top + 1475;
                }
                at += row.height;
            }
            at += AFTER_BLOCK;
        }
        for (int height : List.of(transportHeight(), cateringHeight(), radioHeight(), nextHeight())) {
            if (at + height > BOTTOM) {
                columns++;
                at = top;
            }
            at += height;
        }
        return (columns + COLUMNS.length - 1) / COLUMNS.length;
    }

    private int transportHeight() {
        return item.transport().isEmpty()
                ? 0
                : 1575 + Table.HEAD + 1350 * item.transport().size();
    }

    private int cateringHeight() {
        var catering = item.catering();
        if (catering.meals().isEmpty() && catering.diets() == null) return 0;
        return 1575 + LEADING * (catering.meals().size() + (catering.diets() == null ? 0 : 3));
    }

    private int radioHeight() {
        return item.radio().isEmpty() ? 0 : 1575 + LEADING * ((item.radio().size() + 1) / 2);
    }

    private int nextHeight() {
        return item.next().isEmpty() ? 0 : 1575 + LEADING * 3 * item.next().size();
    }

    private List<Row> rows(List<Person> people) {
        int call = people.stream()
                .mapToInt(person -> canvas.width(person.change() > 0 ? BOLD : REGULAR, TEXT, times.of(person.call())))
                .max()
                .orElse(0);
        int nameWidth = COLUMN - ROLE - Math.max(call, 2300) - MARK - 400;
        return people.stream()
                .map(person -> {
                    boolean changed = person.change() > 0;
                    var role = new RichText.Piece(person.role(), REGULAR, LABEL, false);
                    boolean named = person.name() != null;
                    var roleLines = RichText.NONE.with(role).lines(canvas, named ? ROLE - 200 : ROLE + nameWidth);
                    var name = named ? RichText.plain(person.name()) : RichText.NONE;
                    if (changed) name = name.then(" ").change(person.change());
                    var nameLines = name.lines(canvas, nameWidth);
                    var time = times.of(person.call());
                    var callLine = (changed ? RichText.bold(time) : RichText.plain(time))
                            .lines(canvas, COLUMN)
                            .getFirst();
                    int lines = Math.max(1, Math.max(roleLines.size(), nameLines.size()));
                    return new Row(roleLines, nameLines, callLine, person, lines * LINE);
                })
                .toList();
    }

    private static int head(Department department) {
        return 1475 + (department.head() == null && department.phone() == null ? 0 : 900);
    }

    private void drawHead(Department department, boolean continued) {
        int x = COLUMNS[column];
        canvas.rule(x, x + COLUMN, y, RULE);
        int end = canvas.text(x, y + UNDER_BLOCK_RULE, BOLD, TEXT, department.name());
        if (continued) {
            canvas.text(end, y + UNDER_BLOCK_RULE, REGULAR, TEXT, ", " + words.say(Word.CONTINUED));
        } else {
            var count = Integer.toString(department.people().size());
            canvas.textRight(x + COLUMN, y + UNDER_BLOCK_RULE, REGULAR, TEXT, count);
        }
        y += 1475;
        if (continued || department.head() == null && department.phone() == null) return;

        var who = department.head() == null ? "" : department.head();
        if (department.phone() != null) who += (who.isEmpty() ? "" : " ") + DayTimes.phone(department.phone());
        y = sheet.smallLines(RichText.label(who), x, y, COLUMN);
    }

    private void draw(Row row) {
        int x = COLUMNS[column];
        int right = x + COLUMN - MARK;
        canvas.rule(x, x + COLUMN, y, HAIRLINE);
        int baseline = y + HAIRLINE + Sheet.baseline(TEXT, LINE);
        for (int line = 0; line < row.role.size(); line++) row.role.get(line).draw(canvas, x, baseline + line * LINE);
        for (int line = 0; line < row.name.size(); line++)
            row.name.get(line).draw(canvas, x + ROLE, baseline + line * LINE);
        int callAt = right - row.call.width();
        row.call.draw(canvas, callAt, baseline);
        if (row.person.change() > 0) canvas.bar(callAt - 320, y + 100, y + LINE - 100, 160);
        if (page.showsAnswers()) canvas.textRight(x + COLUMN, baseline, REGULAR, TEXT, row.person.mark().sign);
        y += row.height;
    }

    private void nextColumn() {
        column++;
        if (column == COLUMNS.length) {
            sheet.turn();
            top = sheet.y + 300;
            column = 0;
        }
        y = top;
    }

    private void block(int height) {
        if (y + height > BOTTOM) nextColumn();
    }

    private void transport() {
        if (item.transport().isEmpty()) return;
        block(transportHeight());
        int x = COLUMNS[column];
        var table = new Table(
                sheet,
                x,
                x + COLUMN,
                1350,
                List.of(
                        new Table.Column(words.say(Word.TIME), x, 4200, false),
                        new Table.Column(words.say(Word.VEHICLE), x + 4400, 4600, false),
                        new Table.Column(words.say(Word.FROM_TO), x + 9200, COLUMN - 9200, false)));
        for (var run : item.transport()) {
            table.row(Table.Cell.of(times.of(run.at())), Table.Cell.of(run.vehicle()), Table.Cell.of(run.way()));
        }
        y = table.at(sheet.blockHead(x, x + COLUMN, y, words.say(Word.TRANSPORT_RUNS), "")) + 600;
    }

    private void catering() {
        var catering = item.catering();
        if (catering.meals().isEmpty() && catering.diets() == null) return;
        block(cateringHeight());
        int x = COLUMNS[column];
        y = sheet.blockHead(x, x + COLUMN, y, words.say(Word.CATERING), "");
        for (var meal : catering.meals()) {
            var said = words.say(Word.N_FROM, meal.count(), times.of(meal.from()));
            var text = meal.change() == 0
                    ? RichText.plain(said)
                    : RichText.NONE.change(meal.change()).thenBold(" " + said);
            if (meal.change() > 0) canvas.bar(x + Sheet.LABELS - 600, y + 100, y + LEADING - 100, 200);
            y = sheet.fact(meal.meal(), text, x, y);
        }
        if (catering.diets() != null) y = sheet.fact(words.say(Word.DIETS), RichText.plain(catering.diets()), x, y);
        y += 600;
    }

    /** In two columns, read down each. */
    private void radio() {
        var channels = item.radio();
        if (channels.isEmpty()) return;
        int inFirst = (channels.size() + 1) / 2;
        block(radioHeight());
        int x = COLUMNS[column];
        int begin = sheet.blockHead(x, x + COLUMN, y, words.say(Word.RADIO_CHANNELS), "");
        int half = COLUMN / 2;
        int end = begin;
        for (int at = 0; at < channels.size(); at++) {
            if (at == 0 || at == inFirst) y = begin;
            int left = at < inFirst ? x : x + half;
            canvas.text(
                    left,
                    y + Sheet.baseline(TEXT, LEADING),
                    REGULAR,
                    LABEL,
                    channels.get(at).channel());
            y = sheet.lines(RichText.plain(channels.get(at).use()), left + 1400, y, half - 1700, LEADING);
            end = Math.max(end, y);
        }
        y = end + 600;
    }

    private void next() {
        if (item.next().isEmpty()) return;
        block(nextHeight());
        int x = COLUMNS[column];
        y = sheet.blockHead(x, x + COLUMN, y, words.say(Word.NEXT_TWO_DAYS), "");
        for (var day : item.next()) {
            var said = day.generalCall() == null
                    ? RichText.NONE
                    : RichText.bold(words.say(
                            Word.NEXT_DAY, day.number(), new DayTimes(day.date(), null).of(day.generalCall())));
            if (day.place() != null) said = below(said, day.place());
            if (!day.activities().isEmpty())
                said = below(said, words.say(Word.ACTIVITIES, String.join(", ", day.activities())));
            if (day.notes() != null) said = below(said, day.notes());
            y = sheet.fact(words.weekdayDay(day.date()), said, x, y);
        }
    }

    private static RichText below(RichText said, String more) {
        return said.then(said.isEmpty() ? more : "\n" + more);
    }
}
