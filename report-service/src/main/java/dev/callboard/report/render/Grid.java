package dev.callboard.report.render;

/** Where things stand on a slip, in hundredths of a point: the three columns of the reference design and its table. */
final class Grid {
    static final int LEFT = Canvas.LEFT;
    static final int RIGHT = Canvas.RIGHT;
    static final int COLUMN = 16640;
    private static final int GUTTER = 1200;
    static final int SECOND = LEFT + COLUMN + GUTTER;
    static final int THIRD = SECOND + COLUMN + GUTTER;

    static final int TITLE = 1800;
    static final int KEY = 1200;
    static final int TEXT = 800;
    static final int LABEL = 700;
    static final int LEADING = 1200;

    // The table's columns: text starts at, figures end at.
    static final int KIND = LEFT + 5600;
    static final int QUANTITY = LEFT + 26328;
    static final int UNIT = LEFT + 26928;
    static final int RATE = LEFT + 32928;
    static final int FACTOR = LEFT + 36728;
    static final int AMOUNT = LEFT + 44128;
    static final int YEAR_TO_DATE = RIGHT;

    static final int TITLE_BASELINE = 4870;
    static final int ROW = 1505;
    static final int HEAD_ROW = 1940;

    /** Baseline below the top of a row. */
    static final int IN_ROW = 1042;

    /** Baseline below the top of a 12 pt line. */
    static final int IN_LINE = 877;

    /** Baseline of labels and of a block's head below the rule above them. */
    static final int UNDER_RULE = 1000;

    static final int UNDER_BLOCK_RULE = 1172;

    static final int BOTTOM = 78600;
    static final int FOOT_RULE = 80500;

    static final int RULE = 75;
    static final int THICK = 150;
    static final int HAIRLINE = 25;

    private Grid() {}
}
