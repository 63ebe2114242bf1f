package dev.callboard.report.render;

/** What documents are written in. Part of each template's version. */
public enum Language {
    EN;

    /** As in a document's {@code Lang}, a template's version and a request: {@code en}. */
    public String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
