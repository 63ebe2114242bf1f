package dev.callboard.kit.problem;

import java.util.Locale;

/** A refusal that a service knows by name. One enum per service lists them all. */
public interface ProblemType {
    String name();

    /** HTTP status code. */
    int status();

    /** The same sentence for every occurrence; what is particular to one stands in its detail. */
    String title();

    /** Relative reference of the page that explains it: {@code /problems/plan-not-draft}. */
    default String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param subject what it is about; not an id that the caller may not know */
    default Problem of(Object subject) {
        return new Problem(this, title() + ": " + subject);
    }

    /** @param detail a sentence of its own that names the value and what was expected */
    default Problem because(String detail) {
        return new Problem(this, detail);
    }
}
