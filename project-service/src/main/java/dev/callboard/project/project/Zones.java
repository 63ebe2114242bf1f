package dev.callboard.project.project;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/** Time zones as people write them: names of the IANA database. An offset or an abbreviation knows no clock change. */
public final class Zones {
    public static final String EXPECTED = "a zone of the IANA database such as Europe/Stockholm";

    private Zones() {}

    /** @throws IllegalArgumentException if it is none */
    public static ZoneId of(@Nullable String name) {
        var known = name != null
                && ZoneId.getAvailableZoneIds().contains(name)
                && (name.contains("/") || name.equals("UTC"))
                && !name.startsWith("SystemV/");
        if (!known) throw new IllegalArgumentException(EXPECTED);
        return ZoneId.of(name);
    }

    /** @throws Problem INVALID, naming the field */
    public static ZoneId named(String field, @Nullable String name) {
        try {
            return of(name);
        } catch (IllegalArgumentException unknown) {
            throw CommonProblem.INVALID.of(field).field(field, name, EXPECTED);
        }
    }
}
