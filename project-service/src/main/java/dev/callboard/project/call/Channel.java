package dev.callboard.project.call;

/** The way by which a step came in or a message went out. */
public enum Channel {
    /** The signed answer page. */
    LINK,
    MAIL,
    CALENDAR,
    /** Signed in, through the API. */
    APP,
    TELEPHONE
}
