package dev.callboard.project.project;

/** What a person may do in a project. */
public enum ProjectRight {
    /** Everything. Also every OWNER of the account. */
    COORDINATOR,
    /** Plan and calls. Also every PLANNER of the account. */
    PLANNER,
    /** Calls and time cards of the departments she heads. */
    HEAD,
    /** Her own calls, call sheets, time cards and slips. */
    CREW,
    /** One day. */
    GUEST
}
