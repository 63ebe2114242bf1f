package dev.callboard.project.project;

/** How far a production has come; each phase leads to the next only. */
public enum Phase {
    INCEPTION,
    EXECUTION,
    WIND_DOWN,
    DELIVERED;

    boolean leadsTo(Phase other) {
        return other.ordinal() == ordinal() + 1;
    }
}
