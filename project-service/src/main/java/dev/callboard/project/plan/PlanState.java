package dev.callboard.project.plan;

/** How the plan that is worked on stands to the one that was last published. */
public enum PlanState {
    /** Never published, or changed since. */
    DRAFT,
    PUBLISHED,
    /** Changes only by a coordinator with a reason. */
    LOCKED
}
