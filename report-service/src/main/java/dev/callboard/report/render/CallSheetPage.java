package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Copy;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Style.BOLD;

/** One call sheet while it is laid out: head, safety and place, the day, who is called; and the foot of each page. */
final class CallSheetPage {
    final Canvas canvas;
    final CallSheet item;
    final Sheet sheet;
    final DayTimes times;
    final Words words;
    final CallSheetMarks marks;

    /** What its place on the first page has no room for; it follows as wide as the page. */
    final List<Further> further = new ArrayList<>();

    record Further(String head, RichText said) {}

    CallSheetPage(Canvas canvas, Words words, CallSheet item) {
        this.canvas = canvas;
        this.item = item;
        this.words = words;
        this.sheet = new Sheet(canvas, words, this::furtherHead);
        this.marks = new CallSheetMarks(item.version().changes());
        this.times = new DayTimes(item.date(), item.clockChange());
    }

    String title() {
        return words.say(Word.CALL_SHEET) + " · " + document();
    }

    void draw() {
        sheet.y = new CallSheetHead(this).draw(3000);
        sheet.y = new CallSheetPlace(this).draw(sheet.y);
        for (var more : further) sheet.flow(more.head, more.said);
        new CallSheetDay(this).draw();
        new CallSheetCrew(this).draw();
        foot();
    }

    private void furtherHead() {
        int baseline = 3000 + Sheet.baseline(KEY, 1800);
        var general =
                item.generalCall() == null ? "" : words.say(Word.GENERAL_CALL) + " " + times.of(item.generalCall());
        int width = RIGHT - LEFT - canvas.width(BOLD, KEY, general) - 1200;
        var date = words.weekdayShort(item.date()) + " " + words.notation.longDate(item.date());
        int top = 3000;
        for (var line : canvas.lines(BOLD, KEY, width, item.production() + " · " + date)) {
            canvas.text(LEFT, top + Sheet.baseline(KEY, 1800), BOLD, KEY, line);
            top += 1800;
        }
        canvas.textRight(RIGHT, baseline, BOLD, KEY, general);
        canvas.rule(LEFT, RIGHT, top + 600, THICK);
        sheet.y = top + 600 + THICK + 300;
    }

    private void foot() {
        var approved = item.approvedBy() == null ? "" : words.say(Word.APPROVED_BY, item.approvedBy());
        sheet.foot(document(), copy(item.copy()), approved);
    }

    private String document() {
        return item.production() + " · " + words.weekdayShort(item.date()) + " " + words.notation.date(item.date())
                + " · v" + item.version().number();
    }

    private String copy(Copy copy) {
        return switch (copy.kind()) {
            case COORDINATOR -> words.say(Word.COPY_COORDINATOR, copy.recipient());
            case PERSONAL -> words.say(Word.COPY_PERSONAL, copy.recipient());
            case REDACTED -> words.say(Word.COPY_REDACTED);
        };
    }

    boolean showsAnswers() {
        return item.copy().kind() == Copy.Kind.COORDINATOR;
    }
}
