package dev.callboard.report.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What documents are written in. Part of each template's version. */
public enum Language {
    EN,
    SV,
    DE;

    /** Every {@link #tag}, for the check of a request. */
    public static final String TAGS = "en|sv|de";

    /** Empty for a tag that has no words. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** As in a document's {@code Lang}, a template's version and a request: {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
