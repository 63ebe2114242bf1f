package dev.callboard.report.render;

import dev.callboard.report.render.ProjectPlan.Activity;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/**
 * Each activity a bar over the days, in the order of their starts, so that the plan runs down to the right. More days than
 * fit go on with all that is done on them.
 */
final class GanttPages {
    /** Between a bar and its time. */
    private static final int GAP = 200;

    private static final int NUMBER = 2200;
    private static final int TITLE = 15200;
    private static final int DAYS_LEFT = LEFT + NUMBER + TITLE;
    private static final int ROW = 1100;
    private static final int BAR = 500;

    /** A bar that is shorter would not be seen on paper. */
    private static final int SHORTEST = 150;

    private static final int MOST_DAYS = 31;
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final Sheet sheet;
    private final Canvas canvas;
    private final Words words;
    private final List<Activity> activities;
    private LocalDate first = LocalDate.EPOCH;
    private int days;
    private int dayWidth;

    GanttPages(Sheet sheet, Words words, List<Activity> activities) {
        this.sheet = sheet;
        this.canvas = sheet.canvas;
        this.words = words;
        this.activities =
                activities.stream().filter(activity -> !activity.cancelled()).toList();
    }

    void draw() {
        if (activities.isEmpty()) return;
        var begin = activities.stream()
                .map(Activity::workingDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var end = activities.stream()
                .map(activity -> activity.end().toLocalDate())
                .max(LocalDate::compareTo)
                .orElseThrow();
        for (first = begin; !first.isAfter(end); first = first.plusDays(MOST_DAYS)) {
            days = (int) Math.min(
                    MOST_DAYS,
                    Duration.between(first.atStartOfDay(), end.plusDays(1).atStartOfDay())
                            .toDays());
            dayWidth = (RIGHT - DAYS_LEFT) / days;
            var shown = activities.stream().filter(this::isShown).toList();
            if (shown.isEmpty()) continue;
            sheet.turn();
            heads();
            for (var activity : shown) row(activity);
        }
    }

    private boolean isShown(Activity activity) {
        return activity.end().toLocalDateTime().isAfter(first.atStartOfDay())
                && activity.start()
                        .toLocalDateTime()
                        .isBefore(first.plusDays(days).atStartOfDay());
    }

    private void heads() {
        sheet.y += 700; // for the names of months
        canvas.rule(LEFT, RIGHT, sheet.y, THICK);
        int top = sheet.y + THICK + 150;
        canvas.text(LEFT, top + 900 + Sheet.baseline(LABEL, 900), REGULAR, LABEL, words.say(Word.NO));
        canvas.text(LEFT + NUMBER, top + 900 + Sheet.baseline(LABEL, 900), REGULAR, LABEL, words.say(Word.ACTIVITY));
        for (int day = 0; day < days; day++) {
            var date = first.plusDays(day);
            int x = DAYS_LEFT + day * dayWidth;
            boolean month = day == 0 || date.getDayOfMonth() == 1;
            if (month) canvas.text(x, top - 150 - 300, BOLD, LABEL, words.notation.monthYear(date));
            var weekday = words.weekdayShort(date);
            int size = canvas.width(REGULAR, LABEL, weekday) <= dayWidth - 200 ? LABEL : 500;
            canvas.text(x, top + Sheet.baseline(LABEL, 900), REGULAR, size, weekday);
            canvas.text(x, top + 900 + Sheet.baseline(LABEL, 900), BOLD, LABEL, Integer.toString(date.getDayOfMonth()));
        }
        canvas.rule(LEFT, RIGHT, top + 1800 + 100, RULE);
        sheet.y = top + 1800 + 100 + RULE;
    }

    private void row(Activity activity) {
        var title = RichText.plain(activity.title()).lines(canvas, TITLE - 300);
        var number = RichText.plain(activity.number()).lines(canvas, NUMBER - 200);
        int height = Math.max(title.size(), number.size()) * ROW;
        if (!sheet.has(height)) {
            sheet.turn();
            heads();
        }
        int top = sheet.y;
        int baseline = top + Sheet.baseline(TEXT, ROW);
        for (int line = 0; line < number.size(); line++) number.get(line).draw(canvas, LEFT, baseline + line * ROW);
        for (int line = 0; line < title.size(); line++)
            title.get(line).draw(canvas, LEFT + NUMBER, baseline + line * ROW);
        int from = Math.max(DAYS_LEFT, x(activity.start()));
        int to = Math.min(RIGHT, Math.max(from + SHORTEST, x(activity.end())));
        canvas.rule(from, to, top + (ROW - BAR) / 2, BAR);
        time(activity, from, to, baseline);
        sheet.y += height;
        canvas.rule(LEFT, RIGHT, sheet.y - HAIRLINE, HAIRLINE);
    }

    /** Behind the bar; before it where the paper ends. */
    private void time(Activity activity, int from, int to, int baseline) {
        var time = new DayTimes(activity.start().toLocalDate(), null).clock(activity.start());
        int width = canvas.width(REGULAR, LABEL, time);
        canvas.text(to + GAP + width <= RIGHT ? to + GAP : from - GAP - width, baseline, REGULAR, LABEL, time);
    }

    private int x(OffsetDateTime at) {
        long minutes =
                Duration.between(first.atStartOfDay(), at.toLocalDateTime()).toMinutes();
        return (int) (DAYS_LEFT + minutes * dayWidth / MINUTES_OF_DAY);
    }
}
