package dev.callboard.project.project;

/** How a department's people stand on a call sheet. */
public enum DepartmentKind {
    /** Each by name, under the department. */
    CREW,
    /** Each by name, in the table of the cast. */
    CAST,
    /** Counted by role and call. */
    BACKGROUND
}
