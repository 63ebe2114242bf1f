package dev.callboard.user.profile;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * What a user says about herself.
 *
 * @param name as it is printed; any script
 * @param locale BCP 47, such as {@code sv-SE}
 * @param zone IANA, such as {@code Europe/Stockholm}
 * @param phone E.164, such as {@code +46701740605}; null: not told
 */
public record Profile(
        @NotNull @Pattern(regexp = NAME, message = "1 to 200 characters, no control characters")
        String name,

        @NotNull String locale,
        @NotNull String zone,

        @Nullable @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "E.164, such as +46701740605")
        String phone) {

    public static final String NAME = "(?=.*\\S)[^\\p{Cntrl}]{1,200}";

    /** @throws Problem INVALID, which names what no standard knows */
    public Profile known() {
        var problem = CommonProblem.INVALID.because("The profile names what no standard knows");
        if (!localeExists(locale)) throw problem.field("locale", locale, "a BCP 47 tag, such as sv-SE");
        if (!zoneExists(zone)) throw problem.field("zone", zone, "an IANA zone, such as Europe/Stockholm");
        return this;
    }

    private static boolean localeExists(String tag) {
        try {
            return !tag.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Offsets such as {@code +02:00} are no zones: they know no daylight saving. */
    private static boolean zoneExists(String zone) {
        return zone.equals("UTC")
                || zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone);
    }
}
