package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.FACTOR;
import static dev.callboard.report.render.Grid.FOOT_RULE;
import static dev.callboard.report.render.Grid.HAIRLINE;
import static dev.callboard.report.render.Grid.KEY;
import static dev.callboard.report.render.Grid.KIND;
import static dev.callboard.report.render.Grid.LABEL;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.QUANTITY;
import static dev.callboard.report.render.Grid.RATE;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.RULE;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.TEXT;
import static dev.callboard.report.render.Grid.THICK;
import static dev.callboard.report.render.Grid.THIRD;
import static dev.callboard.report.render.Grid.TITLE;
import static dev.callboard.report.render.Grid.TITLE_BASELINE;
import static dev.callboard.report.render.Grid.UNDER_BLOCK_RULE;
import static dev.callboard.report.render.Grid.UNDER_RULE;
import static dev.callboard.report.render.Grid.YEAR_TO_DATE;
import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** What stands on every slip alike, each drawn from its own top: kept in the prefix, and only placed by a slip. */
enum SlipPart {
    FIRST_PAGE {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.text(LEFT, TITLE_BASELINE, BOLD, TITLE, words.say(Word.PAY_SLIP) + " ");
            canvas.rule(LEFT, LEFT + COLUMN, 6900, RULE);
            canvas.rule(SECOND, SECOND + COLUMN, 6900, RULE);
            canvas.rule(THIRD, RIGHT, 6900, RULE);
            canvas.text(LEFT, 7900, REGULAR, LABEL, words.say(Word.EMPLOYER));
            canvas.logo(LEFT, SlipHead.BLOCKS);
            canvas.rule(LEFT, RIGHT, FOOT_RULE, RULE);
        }
    },
    COLUMN_HEADS {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.rule(LEFT, RIGHT, 0, RULE);
            canvas.text(LEFT, UNDER_RULE, REGULAR, LABEL, words.say(Word.DATES));
            canvas.text(KIND, UNDER_RULE, REGULAR, LABEL, words.say(Word.EARNINGS));
            canvas.textRight(QUANTITY, UNDER_RULE, REGULAR, LABEL, words.say(Word.QUANTITY));
            canvas.textRight(RATE, UNDER_RULE, REGULAR, LABEL, words.say(Word.RATE));
            canvas.textRight(FACTOR, UNDER_RULE, REGULAR, LABEL, words.say(Word.FACTOR));
        }
    },
    /** Between two thick rules. */
    NET {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.rule(LEFT, RIGHT, 0, THICK);
            canvas.text(LEFT, 2560, BOLD, KEY, words.say(Word.NET_PAY));
            canvas.textRight(YEAR_TO_DATE, 2640, REGULAR, LABEL, words.say(Word.YEAR_TO_DATE));
            canvas.rule(LEFT, RIGHT, 4650, THICK);
        }
    },
    LEAVE {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.rule(LEFT, LEAVE_RIGHT, 0, RULE);
            canvas.text(LEFT, UNDER_BLOCK_RULE, BOLD, TEXT, words.say(Word.LEAVE_DAYS) + " ");
            Word[] heads = {Word.OPENING, Word.EARNED, Word.TAKEN, Word.CLOSING};
            for (int at = 0; at < heads.length; at++) {
                canvas.textRight(LEAVE_COLUMNS[at], 2300, REGULAR, LABEL, words.say(heads[at]));
            }
            canvas.rule(LEFT, LEAVE_RIGHT, 2700, HAIRLINE);
        }
    },
    EMPLOYER_COST {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.rule(THIRD, RIGHT, 0, RULE);
            int x = canvas.text(THIRD, UNDER_BLOCK_RULE, BOLD, TEXT, words.say(Word.EMPLOYERS_OWN_COST) + " ");
            canvas.text(x, UNDER_BLOCK_RULE, REGULAR, TEXT, words.say(Word.NOT_DEDUCTED));
        }
    },
    /** Goes on in the line of the scheme's name, so it is drawn from the left edge of the paper. */
    ROUNDING {
        @Override
        void on(Canvas canvas, Words words) {
            canvas.text(0, UNDER_RULE, REGULAR, LABEL, words.say(Word.ROUNDING));
        }
    };

    static final int LEAVE_RIGHT = LEFT + 34480;
    static final int[] LEAVE_COLUMNS = {LEFT + 8000, LEFT + 12000, LEFT + 16000, LEFT + 20000};

    static List<Canvas> drawn(Words words, @Nullable Picture logo) {
        return Arrays.stream(values())
                .map(part -> {
                    var canvas = new Canvas().withLogo(logo);
                    part.on(canvas, words);
                    return canvas;
                })
                .toList();
    }

    abstract void on(Canvas canvas, Words words);

    void place(Canvas canvas, int x, int y) {
        canvas.part(ordinal(), x, y);
    }
}
