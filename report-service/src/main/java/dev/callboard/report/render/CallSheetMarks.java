package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Change;
import dev.callboard.report.render.Table.Cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cells of the sheet are new: ◆ with the number of the change, the new value bold, a bar in the gutter. */
final class CallSheetMarks {
    /** As many have room on the first page of a full day in the size of text, with the old values in their cells. */
    static final int FEW = 6;

    private final Map<String, Change> ofCell = new HashMap<>();
    private final boolean few;

    CallSheetMarks(List<Change> changes) {
        few = changes.size() <= FEW;
        for (var change : changes) for (var cell : change.cells()) ofCell.putIfAbsent(cell, change);
    }

    /** Of the first of these cells that is new; 0 for none. @param cells JSON Pointers into the sheet */
    int of(String... cells) {
        for (var cell : cells) {
            var change = ofCell.get(cell);
            if (change != null) return change.number();
        }
        return 0;
    }

    /** As it stands in a table. */
    Cell cell(String text, String... cells) {
        int change = of(cells);
        return change == 0 ? Cell.of(text) : new Cell(RichText.bold(text + " ").change(change), true);
    }

    /** As it stands beside its label, with what it said before where there is room; an empty text has nothing to mark. */
    RichText fact(RichText said, String cell) {
        var change = ofCell.get(cell);
        if (change == null || said.isEmpty()) return said;
        var marked = RichText.NONE.change(change.number()).then(" ").then(said.bold());
        return !few || change.before() == null ? marked : marked.then("\n").thenStruck(DayTimes.phone(change.before()));
    }
}
