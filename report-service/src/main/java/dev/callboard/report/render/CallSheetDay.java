package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Background;
import dev.callboard.report.render.CallSheet.Cast;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.CallSheet.Slot;
import dev.callboard.report.render.Table.Cell;
import dev.callboard.report.render.Table.Column;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Style.REGULAR;

/** What happens when, who plays in it, and whom to ring. */
final class CallSheetDay {
    private static final int ROW = 1350;

    /** Room for a pickup on the day itself, {@code 18:15}. */
    private static final int SHORT_TIME = 3200;

    private static final int[] COLUMNS = {LEFT, SECOND, THIRD};
    private static final int CAST_RIGHT = SECOND + COLUMN;

    /** A further page has this much below its head, however long the production's name. */
    private static final int SURELY_ON_A_PAGE = 60_000;

    private final CallSheetPage page;
    private final CallSheet item;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;
    private final CallSheetMarks marks;

    CallSheetDay(CallSheetPage page) {
        this.page = page;
        item = page.item;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
        marks = page.marks;
    }

    void draw() {
        schedule();
        players();
        contacts();
    }

    private void schedule() {
        if (item.schedule().isEmpty()) return;
        var table = new Table(
                sheet,
                LEFT,
                RIGHT,
                ROW,
                List.of(
                        new Column(words.say(Word.TIME), LEFT, 6000, false),
                        new Column(words.say(Word.NO), LEFT + 6250, 3000, false),
                        new Column(words.say(Word.ACTIVITY), LEFT + 9150, 11500, false),
                        new Column(words.say(Word.LOCATION), LEFT + 21250, 7300, false),
                        new Column(words.say(Word.PEOPLE), LEFT + 29150, 7800, false),
                        new Column(words.say(Word.LASTS), LEFT + 37500, 2900, false),
                        new Column(words.say(Word.NOTES), LEFT + 40500, RIGHT - LEFT - 40500, false)));
        for (int at = 0; at < item.schedule().size(); at++) {
            var slot = item.schedule().get(at);
            var cell = "/schedule/" + at;
            var title = marks.cell(title(slot), cell + "/title");
            table.row(
                    marks.cell(times.of(slot.at()), cell + "/at"),
                    marks.cell(orEmpty(slot.number()), cell + "/number"),
                    slot.what() == Slot.What.ACTIVITY ? new Cell(title.words().bold(), title.changed()) : title,
                    marks.cell(orEmpty(slot.location()), cell + "/location"),
                    marks.cell(people(slot), cell + "/needs"),
                    marks.cell(slot.minutes() == 0 ? "" : DayTimes.length(slot.minutes()), cell + "/minutes"),
                    marks.cell(orEmpty(slot.notes()), cell + "/notes"));
        }
        sheet.need(1575 + table.start());
        sheet.y = sheet.blockHead(LEFT, RIGHT, sheet.y, words.say(Word.SCHEDULE), "");
        table.flow();
        sheet.y += 1200;
    }

    private String people(Slot slot) {
        if (slot.people() != null) return slot.people();
        var needs = slot.needs();
        if (needs == null) return "";
        var said = new ArrayList<String>();
        if (needs.crew() > 0) said.add(words.say(Word.N_CREW, needs.crew()));
        if (needs.cast() > 0) said.add(words.say(Word.N_CAST, needs.cast()));
        if (needs.background() > 0) said.add(words.say(Word.N_BACKGROUND, needs.background()));
        return String.join(" · ", said);
    }

    private String title(Slot slot) {
        return switch (slot.what()) {
            case GENERAL_CALL -> slot.title() == null ? words.say(Word.GENERAL_CALL) : slot.title();
            case MOVE -> words.say(Word.MOVE_TO, slot.title());
            case WRAP -> slot.title() == null ? words.say(Word.ESTIMATED_WRAP) : slot.title();
            case ACTIVITY, MEAL, OTHER -> orEmpty(slot.title());
        };
    }

    /**
     * Cast and background side by side; cast alone takes the place of both only in its own two columns. More of them than
     * a page holds follow one after the other, over as many pages as they need.
     */
    private void players() {
        if (item.cast().isEmpty() && item.background().isEmpty()) return;

        int besideCast = item.cast().isEmpty() ? LEFT : THIRD;
        var cast = cast();
        var background = background(besideCast);
        int castHead = sheet.headHeight(CAST_RIGHT - LEFT, words.say(Word.CAST), castCounts());
        int backgroundHead = sheet.headHeight(COLUMN, words.say(Word.BACKGROUND), backgroundCounts());
        int castHeight = cast.isEmpty() ? 0 : castHead + cast.height();
        int backgroundHeight = background.isEmpty() ? 0 : backgroundHead + background.height();
        int height = Math.max(castHeight, backgroundHeight);
        if (height > SURELY_ON_A_PAGE && !sheet.has(height)) {
            if (!cast.isEmpty()) flow(cast, castHead, LEFT, CAST_RIGHT, Word.CAST, castCounts());
            if (!background.isEmpty())
                flow(background(LEFT), backgroundHead, LEFT, LEFT + COLUMN, Word.BACKGROUND, backgroundCounts());
            return;
        }
        sheet.need(height);
        int top = sheet.y;
        if (!cast.isEmpty()) cast.at(sheet.blockHead(LEFT, CAST_RIGHT, top, words.say(Word.CAST), castCounts()));
        if (!background.isEmpty()) {
            int right = besideCast + COLUMN;
            background.at(sheet.blockHead(besideCast, right, top, words.say(Word.BACKGROUND), backgroundCounts()));
        }
        sheet.y = top + height + 1200;
    }

    private void flow(Table table, int head, int left, int right, Word name, String counts) {
        sheet.need(head + table.start());
        sheet.y = sheet.blockHead(left, right, sheet.y, words.say(name), counts);
        var again = sheet.continued(words.say(name));
        table.flow(() -> sheet.y = sheet.blockHead(left, right, sheet.y, again, ""));
        sheet.y += 1200;
    }

    private String castCounts() {
        return marks(item.cast().stream().map(Cast::mark).toList());
    }

    private String backgroundCounts() {
        int called = item.background().stream().mapToInt(Background::count).sum();
        int answered = item.background().stream().mapToInt(Background::answered).sum();
        return words.say(Word.N_CALLED, called)
                + (page.showsAnswers() ? ", " + words.say(Word.N_ANSWERED, answered) : "");
    }

    private String marks(List<Mark> marks) {
        var called = words.say(Word.N_CALLED, marks.size());
        if (!page.showsAnswers()) return called;
        var said = new ArrayList<>(List.of(called));
        for (var mark : Mark.values()) {
            long of = marks.stream().filter(mark::equals).count();
            if (of > 0 && mark.word != null) said.add(mark.sign + " " + words.say(mark.word) + " " + of);
        }
        return String.join(" · ", said);
    }

    /** Columns that no row has anything for are left out, and names get their room. */
    private Table cast() {
        var rows = item.cast();
        boolean numbers = rows.stream().map(Cast::number).anyMatch(Objects::nonNull);
        boolean names = rows.stream().map(Cast::name).anyMatch(Objects::nonNull);
        boolean pickups = rows.stream().map(Cast::pickup).anyMatch(Objects::nonNull);
        boolean makeUps = rows.stream().map(Cast::makeUp).anyMatch(Objects::nonNull);
        int mark = CAST_RIGHT - 700;
        int onSet = mark - 5600;
        int makeUp = onSet - (makeUps ? 5150 : 0);
        int pickupWidth = IntStream.range(0, rows.size())
                .map(at -> pickup(at).words().width(sheet.canvas) + 200)
                .reduce(SHORT_TIME, Math::max);
        int pickup = makeUp - (pickups ? pickupWidth + 200 : 0);
        int name = LEFT + (numbers ? 2200 : 0);
        int role = names ? name + (pickup - name) / 2 : name;
        var columns = new ArrayList<Column>();
        if (numbers) columns.add(new Column(words.say(Word.NO), LEFT, 2000, false));
        if (names) columns.add(new Column(words.say(Word.NAME), name, role - name - 300, false));
        columns.add(new Column(words.say(Word.ROLE), role, pickup - role - 300, false));
        if (pickups) columns.add(new Column(words.say(Word.PICKUP), pickup, pickupWidth, false));
        if (makeUps) columns.add(new Column(words.say(Word.MAKE_UP), makeUp, 4900, false));
        columns.add(new Column(pickups || makeUps ? words.say(Word.ON_SET) : words.say(Word.CALL), onSet, 5400, false));
        columns.add(new Column("", mark, 700, true));

        var table = new Table(sheet, LEFT, CAST_RIGHT, ROW, columns);
        for (int at = 0; at < rows.size(); at++) {
            var player = rows.get(at);
            var cells = new ArrayList<Cell>();
            if (numbers) cells.add(Cell.of(orEmpty(player.number())));
            if (names) cells.add(Cell.of(orEmpty(player.name())));
            cells.add(Cell.of(player.role()));
            if (pickups) cells.add(pickup(at));
            var makeUpAt = player.makeUp() == null ? "" : times.of(player.makeUp());
            if (makeUps) cells.add(marks.cell(makeUpAt, "/cast/" + at + "/makeUp"));
            var on = RichText.bold(times.of(player.onSet()));
            cells.add(new Cell(player.change() == 0 ? on : on.then(" ").change(player.change()), player.change() > 0));
            cells.add(Cell.of(page.showsAnswers() ? player.mark().sign : ""));
            table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    private Cell pickup(int at) {
        var player = item.cast().get(at);
        if (player.pickup() != null) return marks.cell(times.of(player.pickup()), "/cast/" + at + "/pickup");
        return Cell.of(player.makeUp() == null ? "" : words.say(Word.OWN_WAY));
    }

    private Table background(int left) {
        boolean holdings = item.background().stream().map(Background::holding).anyMatch(Objects::nonNull);
        int right = left + COLUMN;
        int holding = right - (holdings ? 2650 : 0);
        int call = holding - 5300;
        var columns = new ArrayList<Column>();
        columns.add(new Column(words.say(Word.COUNT), left, 2350, true));
        columns.add(new Column(words.say(Word.BACKGROUND), left + 2950, call - left - 3250, false));
        columns.add(new Column(words.say(Word.CALL), call, 5000, false));
        if (holdings) columns.add(new Column(words.say(Word.HOLDING), holding, 2650, false));

        var table = new Table(sheet, left, right, ROW, columns);
        for (int row = 0; row < item.background().size(); row++) {
            var group = item.background().get(row);
            var at = RichText.bold(times.of(group.call()));
            var cells = new ArrayList<>(List.of(
                    Cell.of(Integer.toString(group.count())),
                    Cell.of(group.role()),
                    new Cell(group.change() == 0 ? at : at.then(" ").change(group.change()), group.change() > 0)));
            if (holdings) cells.add(marks.cell(orEmpty(group.holding()), "/background/" + row + "/holding"));
            table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    /** Never left out: without any the sheet says so. */
    private void contacts() {
        var contacts = item.contacts();
        var rows = new ArrayList<List<CallSheetColumns.Item>>();
        for (int from = 0; from < contacts.size(); from += COLUMNS.length)
            rows.add(IntStream.range(from, Math.min(from + COLUMNS.length, contacts.size()))
                    .mapToObj(this::contact)
                    .toList());
        int height = rows.stream().mapToInt(CallSheetDay::highest).sum();
        int first = rows.isEmpty() ? LEADING : highest(rows.getFirst());
        sheet.need(1575 + (height <= SURELY_ON_A_PAGE ? Math.max(first, height) : first));
        contactsHead(words.say(Word.CONTACTS), contacts.isEmpty() ? words.say(Word.NOT_NAMED) : "");
        for (var row : rows) {
            if (!sheet.has(highest(row))) {
                sheet.turn();
                contactsHead(sheet.continued(words.say(Word.CONTACTS)), "");
            }
            for (int at = 0; at < row.size(); at++) row.get(at).drawing().at(COLUMNS[at], sheet.y);
            sheet.y += highest(row);
        }
        sheet.y += 1200;
    }

    private void contactsHead(String head, String more) {
        for (int x : COLUMNS) sheet.canvas.rule(x, x + COLUMN, sheet.y, RULE);
        sheet.y = sheet.blockHead(LEFT, LEFT + COLUMN, sheet.y, head, more);
    }

    private static int highest(List<CallSheetColumns.Item> row) {
        return row.stream().mapToInt(CallSheetColumns.Item::height).max().orElse(0);
    }

    private CallSheetColumns.Item contact(int which) {
        var contact = item.contacts().get(which);
        var marked = marks.cell(orEmpty(contact.name()), "/contacts/" + which);
        var canvas = sheet.canvas;
        var phone = contact.phone() == null ? "" : DayTimes.phone(contact.phone());
        int phoneAt = COLUMN - canvas.width(REGULAR, TEXT, phone);
        var what = canvas.lines(REGULAR, LABEL, Sheet.LABELS - 300, contact.what());
        var name = marked.words().lines(canvas, phoneAt - 100 - Sheet.LABELS);
        int height = Math.max(name.size() * LEADING, (what.size() - 1) * 900 + LEADING);
        return new CallSheetColumns.Item(height, (x, top) -> {
            int baseline = top + Sheet.baseline(TEXT, LEADING);
            for (int line = 0; line < what.size(); line++)
                canvas.text(x, baseline + line * 900, REGULAR, LABEL, what.get(line));
            for (int line = 0; line < name.size(); line++)
                name.get(line).draw(canvas, x + Sheet.LABELS, baseline + line * LEADING);
            canvas.text(x + phoneAt, baseline, REGULAR, TEXT, phone);
            if (marked.changed()) canvas.bar(x + Sheet.LABELS - 600, top + 100, top + height - 100, 200);
        });
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
