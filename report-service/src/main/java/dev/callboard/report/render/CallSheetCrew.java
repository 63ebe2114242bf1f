package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Person;
import dev.callboard.report.render.CallSheetColumns.Block;
import dev.callboard.report.render.CallSheetColumns.Item;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;
import static java.util.stream.Collectors.joining;

/**
 * The crew by department and what else the day needs, in {@link CallSheetColumns three columns}: on a page of its own, or
 * where the first page did not hold all of its own, below the rest of that, if it saves a page. A crew line reads role,
 * name, call, answer; the call is nearest to its mark.
 */
final class CallSheetCrew {
    private static final int LINE = 1100;
    private static final int ROLE = 6600;
    private static final int MARK = 1050;
    private static final int KEY_GAP = 1200;

    /** Room for a heading with its key below it in one line. */
    private static final int KEY_LINES = 2 * LEADING + 600;

    private static final int AFTER_BLOCK = 500;
    private static final int AFTER_OTHERS = 600;
    private static final int HEAD = 1475;
    private static final int HEAD_OF_OTHERS = 1575;

    /** Radio channels that stay together, in two columns. */
    private static final int CHANNELS = 40;

    private final CallSheetPage page;
    private final CallSheet item;
    private final Canvas canvas;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;
    private final CallSheetMarks marks;

    private record Row(
            int nameAt,
            List<RichText.Line> role,
            List<RichText.Line> name,
            RichText.Line call,
            Person person,
            int height) {}

    CallSheetCrew(CallSheetPage page) {
        this.page = page;
        item = page.item;
        canvas = page.canvas;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
        marks = page.marks;
    }

    void draw() {
        var blocks = blocks(false);
        if (blocks.isEmpty()) return;

        var ways = List.of(blocks, blocks(true));
        var columns = new CallSheetColumns(sheet);
        boolean goesOn = canvas.pageCount() > 1 && columns.fit(ways, sheet.y + KEY_LINES);
        if (!goesOn) sheet.turn();
        keyLine();
        columns.draw(ways);
    }

    /** @param close names stand right behind the roles of their department: fewer wrap, and may so save a page */
    private List<Block> blocks(boolean close) {
        var blocks = new ArrayList<Block>();
        for (int at = 0; at < item.crew().size(); at++) blocks.add(department(at, close));
        if (!item.transport().isEmpty()) blocks.add(transport());
        var catering = catering();
        if (!catering.isEmpty()) blocks.add(block(Word.CATERING, null, catering));
        if (!item.radio().isEmpty()) blocks.add(block(Word.RADIO_CHANNELS, null, radio()));
        var next = next();
        if (!next.isEmpty()) blocks.add(block(Word.NEXT_TWO_DAYS, null, next));
        return blocks;
    }

    private Block block(Word name, @Nullable Item heads, List<Item> items) {
        return new Block(words.say(name), "", HEAD_OF_OTHERS, List.of(), false, heads, items, AFTER_OTHERS);
    }

    /** The key stands in the line of the heading, or below it where both have no room in one. */
    private void keyLine() {
        int called = item.crew().stream().mapToInt(of -> of.people().size()).sum();
        var heading = RichText.bold(words.say(Word.CREW_BY_DEPARTMENT))
                .then(" · " + words.say(Word.N_CALLED, called))
                .lines(canvas, RIGHT - LEFT)
                .getFirst();
        int baseline = sheet.y + Sheet.baseline(TEXT, LEADING);
        heading.draw(canvas, LEFT, baseline);
        var key = key();
        sheet.y += LEADING;
        if (heading.width() + KEY_GAP + canvas.width(REGULAR, TEXT, key) <= RIGHT - LEFT) {
            canvas.textRight(RIGHT, baseline, REGULAR, TEXT, key);
        } else {
            sheet.y = sheet.lines(RichText.plain(key), LEFT, sheet.y, RIGHT - LEFT, LEADING);
        }
        sheet.y += 600;
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

    private Block department(int which, boolean close) {
        var department = item.crew().get(which);
        var who = department.head() == null ? "" : department.head();
        if (department.phone() != null) who += (who.isEmpty() ? "" : " ") + DayTimes.phone(department.phone());
        var count = Integer.toString(department.people().size());
        var rows = rows(department.people(), close).stream()
                .map(row -> new Item(row.height, (x, top) -> draw(row, x, top)))
                .toList();
        var said = RichText.label(who);
        int change = who.isEmpty() ? 0 : marks.of("/crew/" + which + "/phone");
        var once = (change == 0 ? said : said.bold().then(" ").change(change)).lines(canvas, COLUMN);
        return new Block(department.name(), count, HEAD, once, change > 0, null, rows, AFTER_BLOCK);
    }

    private List<Row> rows(List<Person> people, boolean close) {
        int nameAt = close ? Math.min(ROLE, widestRole(people) + 400) : ROLE;
        int call = people.stream()
                .mapToInt(person -> canvas.width(person.change() > 0 ? BOLD : REGULAR, TEXT, times.of(person.call())))
                .max()
                .orElse(0);
        int nameWidth = COLUMN - nameAt - Math.max(call, 2300) - MARK - 400;
        return people.stream()
                .map(person -> {
                    boolean changed = person.change() > 0;
                    var role = new RichText.Piece(person.role(), REGULAR, LABEL, false);
                    boolean named = person.name() != null;
                    var roleLines = RichText.NONE.with(role).lines(canvas, named ? nameAt - 200 : nameAt + nameWidth);
                    var name = named ? RichText.plain(person.name()) : RichText.NONE;
                    if (changed) name = name.then(" ").change(person.change());
                    var nameLines = name.lines(canvas, nameWidth);
                    var time = times.of(person.call());
                    var callLine = (changed ? RichText.bold(time) : RichText.plain(time))
                            .lines(canvas, COLUMN)
                            .getFirst();
                    int lines = Math.max(1, Math.max(roleLines.size(), nameLines.size()));
                    return new Row(nameAt, roleLines, nameLines, callLine, person, lines * LINE);
                })
                .toList();
    }

    private int widestRole(List<Person> people) {
        return people.stream()
                .mapToInt(person -> canvas.width(REGULAR, LABEL, person.role()))
                .max()
                .orElse(0);
    }

    private void draw(Row row, int x, int top) {
        int right = x + COLUMN - MARK;
        canvas.rule(x, x + COLUMN, top, HAIRLINE);
        int baseline = top + HAIRLINE + Sheet.baseline(TEXT, LINE);
        for (int line = 0; line < row.role.size(); line++) row.role.get(line).draw(canvas, x, baseline + line * LINE);
        for (int line = 0; line < row.name.size(); line++)
            row.name.get(line).draw(canvas, x + row.nameAt, baseline + line * LINE);
        int callAt = right - row.call.width();
        row.call.draw(canvas, callAt, baseline);
        if (row.person.change() > 0) canvas.bar(callAt - 320, top + 100, top + LINE - 100, 160);
        if (page.showsAnswers()) canvas.textRight(x + COLUMN, baseline, REGULAR, TEXT, row.person.mark().sign);
    }

    private Block transport() {
        var table = new Table(
                sheet,
                0,
                COLUMN,
                1350,
                List.of(
                        new Table.Column(words.say(Word.TIME), 0, 4200, false),
                        new Table.Column(words.say(Word.VEHICLE), 4400, 4600, false),
                        new Table.Column(words.say(Word.FROM_TO), 9200, COLUMN - 9200, false)));
        for (int at = 0; at < item.transport().size(); at++) {
            var run = item.transport().get(at);
            var cell = "/transport/" + at;
            var way = run.from() + " – " + run.to();
            table.row(
                    marks.cell(times.of(run.at()), cell + "/at"),
                    marks.cell(run.vehicle() == null ? "" : run.vehicle(), cell + "/vehicle"),
                    marks.cell(run.who() == null ? way : way + "\n" + run.who(), cell + "/who"));
        }
        return block(Word.TRANSPORT_RUNS, table.headsItem(), table.items());
    }

    private List<Item> catering() {
        var items = new ArrayList<Item>();
        for (int at = 0; at < item.catering().meals().size(); at++) {
            var meal = item.catering().meals().get(at);
            var cell = "/catering/meals/" + at;
            var said = words.say(Word.N_FROM, meal.count(), times.of(meal.from()));
            items.addAll(fact(meal.meal(), RichText.plain(said), marks.of(cell + "/count", cell + "/from")));
        }
        var diets = item.catering().diets().stream()
                .map(of -> of.count() + " " + of.diet())
                .collect(joining(", "));
        items.addAll(fact(words.say(Word.DIETS), RichText.plain(diets), marks.of("/catering/diets")));
        return items;
    }

    /** A label and what is to be known, each of its lines by itself: of any length it goes on in the next column. */
    private List<Item> fact(String label, RichText said, int change) {
        if (said.isEmpty()) return List.of();

        var labels = RichText.label(label).lines(canvas, Sheet.LABELS - 700);
        var marked = change == 0 ? said : RichText.NONE.change(change).then(" ").then(said.bold());
        var lines = marked.lines(canvas, COLUMN - Sheet.LABELS);
        var items = new ArrayList<Item>();
        for (int line = 0; line < Math.max(labels.size(), lines.size()); line++) {
            int at = line;
            items.add(new Item(LEADING, (x, top) -> {
                int baseline = top + Sheet.baseline(TEXT, LEADING);
                int barTop = at == 0 ? top + 100 : top - 100;
                if (change > 0 && at < lines.size())
                    canvas.bar(x + Sheet.LABELS - 600, barTop, top + LEADING - 100, 200);
                if (at < labels.size()) labels.get(at).draw(canvas, x, baseline);
                if (at < lines.size()) lines.get(at).draw(canvas, x + Sheet.LABELS, baseline);
            }));
        }
        return items;
    }

    /** In two columns, read down each. */
    private List<Item> radio() {
        var items = new ArrayList<Item>();
        int channels = item.radio().size();
        for (int from = 0; from < channels; from += CHANNELS)
            items.add(radio(from, Math.min(from + CHANNELS, channels)));
        return items;
    }

    private Item radio(int from, int to) {
        int middle = from + (to - from + 1) / 2;
        int half = COLUMN / 2;
        var first = channels(from, middle, half);
        var second = channels(middle, to, half);
        int height = Math.max(height(first), height(second));
        return new Item(height, (x, top) -> {
            draw(first, x, top);
            draw(second, x + half, top);
        });
    }

    private List<Item> channels(int from, int to, int half) {
        return IntStream.range(from, to)
                .mapToObj(which -> {
                    var channel = item.radio().get(which);
                    var name = RichText.label(channel.channel());
                    int wanted = name.lines(canvas, half).getFirst().width() + 300;
                    int at = Math.clamp(wanted, 1400, half / 2);
                    var names = name.lines(canvas, at - 300);
                    var use = marks.cell(channel.use(), "/radio/" + which + "/use");
                    var uses = use.words().lines(canvas, half - at - 300);
                    int height = Math.max(names.size(), uses.size()) * LEADING;
                    return new Item(height, (x, top) -> {
                        int baseline = top + Sheet.baseline(TEXT, LEADING);
                        for (int line = 0; line < names.size(); line++)
                            names.get(line).draw(canvas, x, baseline + line * LEADING);
                        for (int line = 0; line < uses.size(); line++)
                            uses.get(line).draw(canvas, x + at, baseline + line * LEADING);
                        if (use.changed()) canvas.bar(x + at - 320, top + 100, top + height - 100, 160);
                    });
                })
                .toList();
    }

    private static int height(List<Item> items) {
        return items.stream().mapToInt(Item::height).sum();
    }

    private static void draw(List<Item> items, int x, int top) {
        for (var item : items) {
            item.drawing().at(x, top);
            top += item.height();
        }
    }

    private List<Item> next() {
        var items = new ArrayList<Item>();
        for (int at = 0; at < item.next().size(); at++) {
            var day = item.next().get(at);
            var cell = "/next/" + at;
            var said = day.generalCall() == null
                    ? RichText.NONE
                    : RichText.bold(words.say(
                            Word.NEXT_DAY, day.number(), new DayTimes(day.date(), null).of(day.generalCall())));
            if (day.place() != null) said = below(said, day.place());
            if (!day.activities().isEmpty())
                said = below(said, words.say(Word.ACTIVITIES, String.join(", ", day.activities())));
            if (day.notes() != null) said = below(said, day.notes());
            items.addAll(fact(words.weekdayDay(day.date()), said, marks.of(cell + "/generalCall", cell + "/place")));
        }
        return items;
    }

    private static RichText below(RichText said, String more) {
        return said.then(said.isEmpty() ? more : "\n" + more);
    }
}
