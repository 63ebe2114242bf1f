package dev.callboard.report.render;

import java.util.Locale;

/** What documents are written in. Part of each template's version. */
public enum Language {
    EN,
    SV,
    DE;

    /** @param tag one of {@link #tag} */
    public static Language of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    /** As in a document's {@code Lang}, a template's version and a request: {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
