package dev.callboard.project.project;

/** Whether a project may be worked on. Apart from its {@link Phase}, which says how far the production has come. */
public enum ProjectState {
    /** The account is being asked to pay. */
    OPENING,
    OPEN,
    /** The account could not pay. All that was entered is kept; the opening may be tried again. */
    REFUSED,
    /** What was reserved could not be captured: what is published goes on, nothing new is published. */
    SUSPENDED,
    CLOSED
}
