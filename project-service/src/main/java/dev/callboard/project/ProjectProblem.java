package dev.callboard.project;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of project-service that the kit does not know already. */
public enum ProjectProblem implements ProblemType {
    // project
    PROJECT_NOT_REFUSED(409, "Only a refused project is opened again"),
    PROJECT_NOT_OPEN(409, "The project is not open"),
    PROJECT_CLOSED(409, "The project is closed"),
    PHASE_NOT_NEXT(409, "A project cannot go from this phase to that one"),
    ACCOUNT_SUSPENDED(409, "The account is suspended"),
    NAME_TAKEN(409, "The name is taken"),
    STILL_IN_USE(409, "It is still in use"),
    INVALID_ROWS(422, "Some rows cannot be imported; nothing was"),

    // crew
    EMAIL_TAKEN(409, "Another crew entry of the project has this address"),

    // activity
    ACTIVITY_IN_PAST(422, "The activity would start in the past"),
    TIME_SKIPPED(422, "The clock skips this time at the location"),
    DEPENDENCY_CYCLE(422, "The activities would wait for each other"),
    ACTIVITY_OVERLAPS(409, "The unit is busy then"),

    // plan
    PLAN_EMPTY(409, "The plan has no activities"),
    PLAN_LOCKED(409, "The plan is locked: changes need a coordinator and a reason"),
    PLAN_UNCHANGED(409, "Nothing was changed since the last version"),
    LOCATION_DOUBLE_BOOKED(409, "An exclusive location is booked twice");

    private final int status;
    private final String title;

    ProjectProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
