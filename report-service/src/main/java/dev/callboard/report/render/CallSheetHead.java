package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Change;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEADING;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** What is read from three steps away: which day, when; then what this version changed, and the clocks. */
final class CallSheetHead {
    private static final int CALL_TIME = 4800;

    /** A shoot that is still at work at this hour has a night. */
    private static final int DEEP_NIGHT = 2;

    private static final int MOST_CHANGES = 24;

    /** Of a production's name in the size of titles; a longer one takes the next. */
    private static final int TITLE_LINES = 3;

    private static final int KEY_TIMES_IN_ROW = 6;
    private static final int KEY_COLUMN = (RIGHT - LEFT - 5 * 1200) / KEY_TIMES_IN_ROW;

    private final CallSheetPage page;
    private final CallSheet item;
    private final Canvas canvas;
    private final Sheet sheet;
    private final DayTimes times;
    private final Words words;
    private final CallSheetMarks marks;

    private record Key(String label, String value, int change) {}

    CallSheetHead(CallSheetPage page) {
        this.page = page;
        item = page.item;
        canvas = page.canvas;
        sheet = page.sheet;
        times = page.times;
        words = page.words;
        marks = page.marks;
    }

    /** @return where it ends */
    int draw(int top) {
        int y = Math.max(production(top), Math.max(date(top), call(top))) + 500;
        y = keyTimes(y);
        y = version(y + 500);
        return item.clockChange() == null ? y + 900 : warning(y + 900) + 900;
    }

    private int production(int top) {
        boolean large = canvas.lines(BOLD, TITLE, COLUMN, item.production()).size() <= TITLE_LINES;
        int size = large ? TITLE : KEY;
        int leading = large ? 2400 : 1500;
        for (var line : canvas.lines(BOLD, size, COLUMN, item.production())) {
            canvas.text(LEFT, top + Sheet.baseline(size, leading), BOLD, size, line);
            top += leading;
        }
        top = sheet.lines(RichText.plain(item.company()), LEFT, top, COLUMN, LEADING);
        return sheet.lines(
                RichText.plain(item.unit() + " · " + words.say(Word.UNITS_CALL_SHEET)), LEFT, top, COLUMN, LEADING);
    }

    private int date(int top) {
        for (var line : List.of(words.weekday(item.date()), words.notation.longDate(item.date()))) {
            canvas.text(SECOND, top + Sheet.baseline(TITLE, 2400), REGULAR, TITLE, line);
            top += 2400;
        }
        var day = words.say(Word.DAY_OF, item.number(), item.of()) + (isNight() ? " · " + words.say(Word.NIGHT) : "");
        return sheet.lines(RichText.plain(day), SECOND, top, COLUMN, LEADING);
    }

    private boolean isNight() {
        return item.wrap() != null
                && item.wrap().toLocalDateTime().isAfter(item.date().plusDays(1).atTime(DEEP_NIGHT, 0));
    }

    /** The general call is the largest on the sheet; on a personal copy one's own stands above it. */
    private int call(int top) {
        int y = top + 600;
        var own = item.own();
        if (own != null) {
            int above = y;
            var label = RichText.label(words.say(Word.YOUR_CALL, own.role()));
            y = sheet.lines(marked(label, own.change()), THIRD, y, COLUMN, 900) + 300;
            callTime(times.of(own.call()), y);
            y += CALL_TIME + 300;
            bar(own.change(), above, y - 300);
        }
        if (item.generalCall() == null) return y;
        int change = marks.of("/generalCall");
        if (own == null) {
            sheet.smallLines(marked(RichText.label(words.say(Word.GENERAL_CALL)), change), THIRD, y, COLUMN);
            callTime(times.of(item.generalCall()), y + 1200);
            bar(change, y, y + 1200 + CALL_TIME);
            return y + 1200 + CALL_TIME;
        }
        int baseline = y + Sheet.baseline(TITLE, 2400);
        var time = times.of(item.generalCall());
        var label = words.say(Word.GENERAL_CALL) + (change == 0 ? " " : " ◆" + change + " ");
        bar(change, y, y + 2400);
        int x = canvas.text(THIRD, baseline, change == 0 ? REGULAR : BOLD, LABEL, label) + 300;
        if (x + canvas.width(BOLD, TITLE, time) > RIGHT) {
            x = THIRD;
            y += 1800;
        }
        canvas.text(x, y + Sheet.baseline(TITLE, 2400), BOLD, TITLE, time);
        return y + 2400;
    }

    private static RichText marked(RichText label, int change) {
        return change == 0 ? label : label.bold().then(" ").change(change);
    }

    private void bar(int change, int top, int bottom) {
        if (change > 0) canvas.bar(THIRD - 600, top, bottom, 200);
    }

    /** {@code 00:15 (+1)} stays in its column: the day in the size of a key time, or smaller. */
    private void callTime(String time, int top) {
        int baseline = top + Sheet.baseline(CALL_TIME, CALL_TIME);
        int space = time.indexOf(' ');
        int x = canvas.text(THIRD, baseline, BOLD, CALL_TIME, space < 0 ? time : time.substring(0, space));
        if (space < 0) return;
        var day = time.substring(space + 1);
        int size = KEY;
        while (size > LABEL && x + 300 + canvas.width(BOLD, size, day) > THIRD + COLUMN) size -= 100;
        canvas.text(x + 300, baseline, BOLD, size, day);
    }

    private int keyTimes(int top) {
        var keys = keys();
        for (int from = 0; from < keys.size(); from += KEY_TIMES_IN_ROW) {
            canvas.rule(LEFT, RIGHT, top, RULE);
            top += RULE + 300;
            int most = 1;
            var row = keys.subList(from, Math.min(from + KEY_TIMES_IN_ROW, keys.size()));
            for (var key : row)
                most = Math.max(most, label(key).lines(canvas, KEY_COLUMN).size());
            int value = top + most * 900 + Sheet.baseline(KEY, 1500);
            for (int at = 0; at < row.size(); at++) {
                int x = LEFT + at * (KEY_COLUMN + 1200);
                var key = row.get(at);
                if (key.change > 0) canvas.bar(x - 600, top, value + 300, 200);
                sheet.smallLines(label(key), x, top, KEY_COLUMN);
                canvas.text(x, value, BOLD, KEY, key.value);
            }
            top += most * 900 + 1500;
        }
        return top;
    }

    private static RichText label(Key key) {
        return marked(RichText.label(key.label), key.change);
    }

    private List<Key> keys() {
        var keys = new ArrayList<Key>();
        for (int at = 0; at < item.times().size(); at++) {
            var time = item.times().get(at);
            var label = time.minutes() == 0 ? time.label() : time.label() + ", " + DayTimes.length(time.minutes());
            var cell = "/times/" + at;
            keys.add(new Key(label, times.of(time.at()), marks.of(cell + "/at", cell + "/minutes")));
        }
        if (item.wrap() == null) return keys;

        keys.add(new Key(words.say(Word.ESTIMATED_WRAP), times.of(item.wrap()), marks.of("/wrap")));
        if (item.generalCall() == null) return keys;
        long minutes = Duration.between(item.generalCall(), item.wrap()).toMinutes();
        keys.add(new Key(words.say(Word.CALL_TO_WRAP), DayTimes.length(minutes), 0));
        return keys;
    }

    private int version(int top) {
        canvas.rule(LEFT, RIGHT, top, RULE);
        int y = top + RULE + 250;
        var version = item.version();
        var published =
                RichText.bold(words.say(Word.VERSION, version.number())).then(" · " + moment(version.publishedAt()));
        int end = sheet.lines(published, LEFT, y, COLUMN, LEADING);
        if (version.replaces() != null) {
            var replaced = words.say(
                    Word.REPLACES,
                    version.replaces(),
                    version.replacedAt() == null ? "" : moment(version.replacedAt()));
            end = sheet.smallLines(RichText.label(replaced), LEFT, end, COLUMN);
            var again = words.say(Word.CALLED_AGAIN, version.calledAgain());
            end = sheet.smallLines(RichText.label(again), LEFT, end, COLUMN);
        }
        if (version.replaces() == null && !version.changes().isEmpty())
            end = sheet.smallLines(RichText.label(words.say(Word.CHANGED_SINCE)), LEFT, end, COLUMN);
        return Math.max(end, changes(version.changes(), y));
    }

    private String moment(OffsetDateTime at) {
        return words.weekdayDay(at.toLocalDate()) + " " + times.clock(at);
    }

    /**
     * In two columns, read down the first and then down the second. Many are set smaller, as the first page has to hold
     * them all; more than the head has room for follow below.
     */
    private int changes(List<Change> all, int top) {
        var changes = all.subList(0, Math.min(all.size(), MOST_CHANGES));
        if (all.size() > MOST_CHANGES) {
            var more = RichText.NONE;
            for (var change : all.subList(MOST_CHANGES, all.size()))
                more = more.then(more.isEmpty() ? "" : "\n")
                        .change(change.number())
                        .then(" ")
                        .then(said(change));
            page.further.add(new CallSheetPage.Further(
                    words.say(Word.VERSION, item.version().number()), more));
        }
        boolean few = changes.size() <= CallSheetMarks.FEW;
        int inFirst = (changes.size() + 1) / 2;
        int y = top;
        int end = top;
        for (int at = 0; at < changes.size(); at++) {
            if (at == inFirst) y = top;
            int x = at < inFirst ? SECOND : THIRD;
            var change = changes.get(at);
            int baseline = few ? Sheet.baseline(TEXT, LEADING) : Sheet.baseline(LABEL, 900);
            canvas.text(x, y + baseline, BOLD, LABEL, "◆" + change.number());
            y = few
                    ? sheet.lines(said(change), x + 1700, y, COLUMN - 1700, LEADING)
                    : sheet.smallLines(said(change).small(), x + 1700, y, COLUMN - 1700);
            end = Math.max(end, y);
        }
        return end;
    }

    private RichText said(Change change) {
        var said = RichText.plain(about(change));
        var before = change.timeBefore() != null ? times.of(change.timeBefore()) : change.before();
        var now = change.time() != null ? times.of(change.time()) : change.now();
        if (before != null) said = said.then(" ").thenStruck(DayTimes.phone(before));
        return now == null ? said : said.then(" ").thenBold(DayTimes.phone(now));
    }

    private String about(Change change) {
        var subject = change.subject();
        var word = change.about().word;
        if (word == null)
            return change.about() == Change.About.NEXT_DAY ? words.weekdayDay(LocalDate.parse(subject)) : subject;
        return switch (change.about()) {
            case CALL, MOVE -> words.say(word, subject);
            case ACTIVITY -> words.say(word) + " " + subject;
            case PEOPLE -> words.say(Word.ACTIVITY) + " " + subject + " · " + words.say(word);
            default -> subject.isEmpty() ? words.say(word) : words.say(word) + " · " + subject;
        };
    }

    private int warning(int top) {
        canvas.rule(LEFT, RIGHT, top, THICK);
        var change = item.clockChange();
        var turned = change.date().atTime(change.at());
        var turnedTo = turned.plusSeconds(
                change.after().getTotalSeconds() - change.before().getTotalSeconds());
        boolean tonight = change.date().isAfter(item.date());
        var title = words.say(
                change.back()
                        ? tonight ? Word.CLOCKS_BACK_TONIGHT : Word.CLOCKS_BACK_TODAY
                        : tonight ? Word.CLOCKS_FORWARD_TONIGHT : Word.CLOCKS_FORWARD_TODAY);
        int baseline = top + THICK + 300 + Sheet.baseline(KEY, 1500);
        int x = Math.max(SECOND, canvas.text(LEFT, baseline, BOLD, KEY, title) + 600);
        var said = RichText.plain(words.say(Word.CLOCKS_TURN, turned.toLocalTime(), turnedTo.toLocalTime()) + " ");
        var before = DayTimes.offset(change.before());
        var after = DayTimes.offset(change.after());
        said = change.back()
                ? said.then(words.say(Word.HOUR_TWICE, turnedTo.toLocalTime()) + " ")
                        .thenBold("A")
                        .then(" (" + before + "), " + words.say(Word.THEN) + " ")
                        .thenBold("B")
                        .then(" (" + after + ").")
                : said.then(words.say(Word.HOUR_MISSING, before, after));
        int end = sheet.lines(said, x, top + THICK + 300, RIGHT - x, 1500) + 300;
        canvas.rule(LEFT, RIGHT, end, THICK);
        return end + THICK;
    }
}
