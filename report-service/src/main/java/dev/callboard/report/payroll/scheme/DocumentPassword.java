package dev.callboard.report.payroll.scheme;

/** With what a document about one person opens once it has left. */
public enum DocumentPassword {
    NONE,
    /** The person's own, as {@code YYYYMMDD}. */
    BIRTH_DATE
}
