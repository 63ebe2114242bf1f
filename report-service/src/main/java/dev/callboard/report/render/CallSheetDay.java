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
    private static final int CAST_RIGHT = SECOND + COLUMN;

    private final CallSheetPage page;
    private final CallSheet item;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;

    CallSheetDay(CallSheetPage page) {
        this.page = page;
        item = page.item;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
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
        for (var slot : item.schedule()) {
            table.row(
                    new Cell(changed(times.of(slot.at()), slot.timeChange()), slot.timeChange() > 0),
                    new Cell(changed(orEmpty(slot.number()), slot.orderChange()), slot.orderChange() > 0),
                    slot.what() == Slot.What.ACTIVITY ? Cell.bold(title(slot)) : Cell.of(title(slot)),
                    Cell.of(orEmpty(slot.location())),
                    Cell.of(people(slot)),
                    Cell.of(slot.minutes() == 0 ? "" : DayTimes.length(slot.minutes())),
                    Cell.of(orEmpty(slot.notes())));
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

    private static RichText changed(String text, int change) {
        return change == 0 ? RichText.plain(text) : RichText.bold(text + " ").change(change);
    }

    private String title(Slot slot) {
        return switch (slot.what()) {
            case GENERAL_CALL -> slot.title() == null ? words.say(Word.GENERAL_CALL) : slot.title();
            case MOVE -> words.say(Word.MOVE_TO, slot.title());
            case WRAP -> slot.title() == null ? words.say(Word.ESTIMATED_WRAP) : slot.title();
            case ACTIVITY, MEAL, OTHER -> orEmpty(slot.title());
        };
    }

    /** Cast and background side by side; cast alone takes the place of both only in its own two columns. */
    private void players() {
        var cast = cast();
        var background = background();
        if (cast.isEmpty() && background.isEmpty()) return;

        int height =
                1575 + Math.max(cast.isEmpty() ? 0 : cast.height(), background.isEmpty() ? 0 : background.height());
        sheet.need(height);
        int top = sheet.y;
        int end = top;
        if (!cast.isEmpty()) {
            var marks = item.cast().stream().map(Cast::mark).toList();
            cast.at(sheet.blockHead(LEFT, CAST_RIGHT, top, words.say(Word.CAST), marks(marks)));
            end = top + 1575 + cast.height();
        }
        if (!background.isEmpty()) {
            int called = item.background().stream().mapToInt(Background::count).sum();
            int answered =
                    item.background().stream().mapToInt(Background::answered).sum();
            var counts = words.say(Word.N_CALLED, called)
                    + (page.showsAnswers() ? ", " + words.say(Word.N_ANSWERED, answered) : "");
            int left = cast.isEmpty() ? LEFT : THIRD;
            background.at(sheet.blockHead(
                    left, cast.isEmpty() ? LEFT + COLUMN : RIGHT, top, words.say(Word.BACKGROUND), counts));
            end = Math.max(end, top + 1575 + background.height());
        }
        sheet.y = end + 1200;
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
        int pickup = makeUp - (pickups ? 3400 : 0);
        int name = LEFT + (numbers ? 2200 : 0);
        int role = names ? name + (pickup - name) / 2 : name;
        var columns = new ArrayList<Column>();
        if (numbers) columns.add(new Column(words.say(Word.NO), LEFT, 2000, false));
        if (names) columns.add(new Column(words.say(Word.NAME), name, role - name - 300, false));
        columns.add(new Column(words.say(Word.ROLE), role, pickup - role - 300, false));
        if (pickups) columns.add(new Column(words.say(Word.PICKUP), pickup, 3200, false));
        if (makeUps) columns.add(new Column(words.say(Word.MAKE_UP), makeUp, 4900, false));
        columns.add(new Column(pickups || makeUps ? words.say(Word.ON_SET) : words.say(Word.CALL), onSet, 5400, false));
        columns.add(new Column("", mark, 700, true));

        var table = new Table(sheet, LEFT, CAST_RIGHT, ROW, columns);
        for (var player : rows) {
            var cells = new ArrayList<Cell>();
            if (numbers) cells.add(Cell.of(orEmpty(player.number())));
            if (names) cells.add(Cell.of(orEmpty(player.name())));
            cells.add(Cell.of(player.role()));
            if (pickups) cells.add(Cell.of(orEmpty(player.pickup())));
            if (makeUps) cells.add(Cell.of(player.makeUp() == null ? "" : times.of(player.makeUp())));
            var on = RichText.bold(times.of(player.onSet()));
            cells.add(new Cell(player.change() == 0 ? on : on.then(" ").change(player.change()), player.change() > 0));
            cells.add(Cell.of(page.showsAnswers() ? player.mark().sign : ""));
            table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    private Table background() {
        boolean holdings = item.background().stream().map(Background::holding).anyMatch(Objects::nonNull);
        int left = item.cast().isEmpty() ? LEFT : THIRD;
        int right = left + COLUMN;
        int holding = right - (holdings ? 2650 : 0);
        int call = holding - 5300;
        var columns = new ArrayList<Column>();
        columns.add(new Column(words.say(Word.COUNT), left, 2350, true));
        columns.add(new Column(words.say(Word.BACKGROUND), left + 2950, call - left - 3250, false));
        columns.add(new Column(words.say(Word.CALL), call, 5000, false));
        if (holdings) columns.add(new Column(words.say(Word.HOLDING), holding, 2650, false));

        var table = new Table(sheet, left, right, ROW, columns);
        for (var group : item.background()) {
            var at = RichText.bold(times.of(group.call()));
            var cells = new ArrayList<>(List.of(
                    Cell.of(Integer.toString(group.count())),
                    Cell.of(group.role()),
                    new Cell(group.change() == 0 ? at : at.then(" ").change(group.change()), group.change() > 0)));
            if (holdings) cells.add(Cell.of(orEmpty(group.holding())));
            table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    /** Never left out: without any the sheet says so. */
    private void contacts() {
        var contacts = item.contacts();
        int[] columns = {LEFT, SECOND, THIRD};
        int rows = Math.max(1, (contacts.size() + columns.length - 1) / columns.length);
        sheet.need(1575 + rows * LEADING);
        for (int x : columns) sheet.canvas.rule(x, x + COLUMN, sheet.y, RULE);
        sheet.y = sheet.blockHead(
                LEFT,
                LEFT + COLUMN,
                sheet.y,
                words.say(Word.CONTACTS),
                contacts.isEmpty() ? words.say(Word.NOT_NAMED) : "");
        for (int from = 0; from < contacts.size(); from += columns.length) {
            int end = sheet.y;
            for (int at = from; at < Math.min(from + columns.length, contacts.size()); at++) {
                end = Math.max(end, contact(contacts.get(at), columns[at - from], sheet.y));
            }
            sheet.y = end;
        }
        sheet.y += 1200;
    }

    private int contact(CallSheet.Contact contact, int x, int top) {
        int baseline = top + Sheet.baseline(TEXT, LEADING);
        var phone = contact.phone() == null ? "" : DayTimes.phone(contact.phone());
        int phoneAt = x + COLUMN - sheet.canvas.width(REGULAR, TEXT, phone);
        sheet.canvas.text(phoneAt, baseline, REGULAR, TEXT, phone);
        int y = top;
        int whatEnd = top;
        for (var line : sheet.canvas.lines(REGULAR, LABEL, Sheet.LABELS - 300, contact.what())) {
            sheet.canvas.text(x, whatEnd + Sheet.baseline(TEXT, LEADING), REGULAR, LABEL, line);
            whatEnd += 900;
        }
        whatEnd += LEADING - 900;
        if (contact.name() != null) {
            y = sheet.lines(
                    RichText.plain(contact.name()), x + Sheet.LABELS, top, phoneAt - 100 - x - Sheet.LABELS, LEADING);
        }
        return Math.max(top + LEADING, Math.max(y, whatEnd));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
