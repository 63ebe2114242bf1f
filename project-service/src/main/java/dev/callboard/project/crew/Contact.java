package dev.callboard.project.crew;

import org.jspecify.annotations.Nullable;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a person is reached: addresses, numbers and languages as they are written down. */
final class Contact {
    static final String EMAIL = "an e-mail address such as bo@norrsken.example";
    static final String PHONE = "E.164 such as +46701740605";
    static final String LOCALE = "a language tag such as sv or sv-SE (BCP 47)";

    /** Looser than RFC 5322 and tighter than what mail servers take: one address, no comment, no quotes, no address literal. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Contact() {}

    /** @throws IllegalArgumentException if it is none */
    static String email(String text) {
        var address = text.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254
                || address.contains("..")
                || !ADDRESS.matcher(address).matches()) throw new IllegalArgumentException(EMAIL);
        return address;
    }

    /**
     * Spaces, hyphens and brackets are taken out.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String phone(String text) {
        var number = text.replaceAll("[ ()\\-\u00A0]", "");
        if (!E164.matcher(number).matches()) throw new IllegalArgumentException(PHONE);
        return number;
    }

    /** @throws IllegalArgumentException if it is none */
    static String locale(@Nullable String text) {
        if (text == null || text.isBlank()) return "en";
        try {
            var locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            if (!LANGUAGES.contains(locale.getLanguage())) throw new IllegalArgumentException(LOCALE);
            return locale.toLanguageTag();
        } catch (IllformedLocaleException unknown) {
            throw new IllegalArgumentException(LOCALE, unknown);
        }
    }
}
