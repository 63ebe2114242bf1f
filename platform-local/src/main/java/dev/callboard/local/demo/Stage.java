package dev.callboard.local.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** What the audience sees: a line per step, and the checks behind it. */
final class Stage {
    private static final boolean MOVES =
            System.console() != null && System.console().isTerminal();

    private final PrintStream out;
    private final boolean pause;
    private final List<Check> checks = new ArrayList<>();
    private int scene;
    private int shownTenths = -1;

    /** @param statement a sentence that must be true */
    record Check(int scene, String statement, boolean holds, String seen) {}

    /** A statement that was not true; the walk ends here. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    Stage(PrintStream out, boolean pause) {
        this.out = out;
        this.pause = pause;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void scene(String name) {
        scene++;
        if (pause) {
            out.print("  (Enter goes on)");
            out.flush();
            new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8).nextLine();
        }
        out.printf("%d %s%n", scene, name);
    }

    void say(String line) {
        out.println("    " + line);
    }

    /** Writes over the line before it while something moves; into a file or a pipe only every tenth of the way. */
    void progress(int percent, String line) {
        if (MOVES) {
            out.print("\r    " + line + "\033[K");
            out.flush();
        } else if (percent / 10 > shownTenths) {
            out.println("    " + line);
        }
        shownTenths = Math.max(shownTenths, percent / 10);
    }

    void progressEnded() {
        if (MOVES && shownTenths >= 0) out.println();
        shownTenths = -1;
    }

    /** @throws Failed when it does not hold */
    void check(String statement, boolean holds, Object seen) {
        checks.add(new Check(scene, statement, holds, String.valueOf(seen)));
        if (!holds) throw new Failed(statement + " (seen: " + seen + ")");
    }

    void checkEquals(String statement, Object expected, Object seen) {
        check(statement + ": " + expected, expected.equals(seen), seen);
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    long passed() {
        return checks.stream().filter(Check::holds).count();
    }
}
