package dev.callboard.project.activity;

/** Whether it still has to be done. All tasks done only proposes DONE: a person decides. */
public enum ActivityState {
    PLANNED,
    DONE,
    CANCELLED
}
