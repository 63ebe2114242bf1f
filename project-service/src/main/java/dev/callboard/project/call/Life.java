package dev.callboard.project.call;

/** A published call is never edited, only superseded by the next version or withdrawn. */
public enum Life {
    DRAFT,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN
}
