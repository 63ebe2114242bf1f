package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Style.BOLD;
import static dev.callboard.report.render.Style.REGULAR;

/** Text in several styles that is set in lines of a given width; nothing of it is ever cut. */
record RichText(List<Piece> pieces) {
    static final RichText NONE = new RichText(List.of());

    record Piece(String text, Style style, int size, boolean struck) {
        int width(Canvas canvas) {
            return canvas.width(style, size, text);
        }
    }

    /** What stands on one line, each piece at its distance from the left. */
    record Line(List<Placed> placed, int width) {
        void draw(Canvas canvas, int x, int baseline) {
            for (var at : placed) {
                var piece = at.piece;
                int end = canvas.text(x + at.x, baseline, piece.style, piece.size, piece.text);
                if (piece.struck)
                    canvas.rule(x + at.x, end, baseline - piece.size * 3 / 10, Math.max(40, piece.size / 16));
            }
        }
    }

    record Placed(int x, Piece piece) {}

    static RichText plain(String text) {
        return NONE.then(text);
    }

    static RichText bold(String text) {
        return NONE.thenBold(text);
    }

    static RichText label(String text) {
        return NONE.with(new Piece(text, REGULAR, Grid.LABEL, false));
    }

    RichText then(String text) {
        return with(new Piece(text, REGULAR, Grid.TEXT, false));
    }

    RichText then(RichText more) {
        var all = new ArrayList<>(pieces);
        all.addAll(more.pieces);
        return new RichText(List.copyOf(all));
    }

    RichText thenBold(String text) {
        return with(new Piece(text, BOLD, Grid.TEXT, false));
    }

    RichText thenStruck(String text) {
        return with(new Piece(text, REGULAR, Grid.TEXT, true));
    }

    /** The sign of a change: small and bold; nothing for 0. */
    RichText change(int number) {
        return number == 0 ? this : with(new Piece("◆" + number, BOLD, Grid.LABEL, false));
    }

    RichText with(Piece piece) {
        if (piece.text.isEmpty()) return this;
        var more = new ArrayList<>(pieces);
        more.add(piece);
        return new RichText(List.copyOf(more));
    }

    RichText bold() {
        return new RichText(pieces.stream()
                .map(piece -> new Piece(piece.text, BOLD, piece.size, piece.struck))
                .toList());
    }

    /** In the size of labels. */
    RichText small() {
        return new RichText(pieces.stream()
                .map(piece -> new Piece(piece.text, piece.style, Grid.LABEL, piece.struck))
                .toList());
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** In one line. */
    int width(Canvas canvas) {
        return pieces.stream().mapToInt(piece -> piece.width(canvas)).sum();
    }

    /** Broken at spaces and where the text says so, and inside a word only where one word is wider than the line. */
    List<Line> lines(Canvas canvas, int width) {
        var lines = new ArrayList<Line>();
        var line = new Setting(canvas, width, lines);
        for (var piece : pieces) {
            var paragraphs = piece.text.split("\\R", -1);
            for (int at = 0; at < paragraphs.length; at++) {
                if (at > 0) line.end();
                line.add(piece, canvas.composed(piece.style, paragraphs[at]));
            }
        }
        line.end();
        return lines;
    }

    /** One line while it fills. What is joined to the word before it without a space stays with it. */
    private static final class Setting {
        private final Canvas canvas;
        private final int width;
        private final List<Line> lines;
        private final List<Piece> set = new ArrayList<>();
        private final List<Piece> word = new ArrayList<>();
        private int setWidth;
        private int wordWidth;

        Setting(Canvas canvas, int width, List<Line> lines) {
            this.canvas = canvas;
            this.width = width;
            this.lines = lines;
        }

        void add(Piece from, String text) {
            int at = 0;
            while (at < text.length()) {
                int space = text.indexOf(' ', at);
                if (space == at) {
                    endWord();
                    word.add(new Piece(" ", from.style, from.size, from.struck));
                    wordWidth += word.getLast().width(canvas);
                    at++;
                    continue;
                }
                int hyphen = hyphenBetweenLetters(text, at);
                boolean hyphenated = hyphen >= 0 && (space < 0 || hyphen < space);
                int end = hyphenated ? hyphen + 1 : space < 0 ? text.length() : space;
                word.add(new Piece(text.substring(at, end), from.style, from.size, from.struck));
                wordWidth += word.getLast().width(canvas);
                at = end;
                if (hyphenated) endWord();
            }
        }

        /** Where a double name may be broken; a telephone number is never. */
        private static int hyphenBetweenLetters(String text, int from) {
            for (int at = Math.max(from, 1); at < text.length() - 1; at++) {
                boolean between = Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1));
                if (text.charAt(at) == '-' && between) return at;
            }
            return -1;
        }

        void end() {
            endWord();
            place();
        }

        private void endWord() {
            if (word.isEmpty()) return;
            if (setWidth + wordWidth > width && !set.isEmpty()) place();
            if (set.isEmpty()) leaveOutSpaces();
            for (var piece : word) {
                for (var part : canvas.lines(piece.style, piece.size, width, piece.text)) {
                    var fitting = new Piece(part, piece.style, piece.size, piece.struck);
                    int partWidth = fitting.width(canvas);
                    if (setWidth + partWidth > width && !set.isEmpty()) place();
                    set.add(fitting);
                    setWidth += partWidth;
                }
            }
            word.clear();
            wordWidth = 0;
        }

        private void leaveOutSpaces() {
            while (!word.isEmpty() && word.getFirst().text.equals(" ")) word.removeFirst();
        }

        private void place() {
            if (set.isEmpty()) return;
            var placed = new ArrayList<Placed>();
            int x = 0;
            for (var piece : set) {
                var last = placed.isEmpty() ? null : placed.getLast();
                boolean goesOn = last != null
                        && last.piece.style == piece.style
                        && last.piece.size == piece.size
                        && last.piece.struck == piece.struck;
                if (goesOn) {
                    var joined = new Piece(last.piece.text + piece.text, piece.style, piece.size, piece.struck);
                    placed.set(placed.size() - 1, new Placed(last.x, joined));
                } else {
                    placed.add(new Placed(x, piece));
                }
                x = placed.getLast().x + placed.getLast().piece.width(canvas);
            }
            lines.add(new Line(List.copyOf(placed), x));
            set.clear();
            setWidth = 0;
        }
    }
}
