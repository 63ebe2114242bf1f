package dev.callboard.report.render;

import java.text.Normalizer;
import java.util.OptionalInt;

/** Which characters documents can be drawn with: another one is refused or named, never drawn as a box. */
public final class Characters {
    public static final String EXPECTED = "Latin, Greek or Cyrillic letters";

    /** The first that no font of the documents has, as a document would come upon it. */
    public static OptionalInt withoutForm(String text) {
        var found = firstWithoutForm(text);
        return found.isEmpty() ? found : firstWithoutForm(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /**
     * With {@code [U+1F3AC]} for each character that no font has: of what somebody else wrote and nobody can mend, so that
     * it keeps nobody's document back.
     */
    public static String named(String text) {
        if (withoutForm(text).isEmpty()) return text;

        var named = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (isWithoutForm(character)) named.append("[U+%04X]".formatted(character));
            else named.appendCodePoint(character);
        });
        return named.toString();
    }

    private static OptionalInt firstWithoutForm(String text) {
        return text.codePoints().filter(Characters::isWithoutForm).findFirst();
    }

    private static boolean isWithoutForm(int character) {
        if (!Character.isBmpCodePoint(character)) return true;

        for (var style : Style.values())
            if (FontBuckets.get().glyphs(style)[character] == FontBuckets.NONE) return true;
        return false;
    }

    private Characters() {}
}
