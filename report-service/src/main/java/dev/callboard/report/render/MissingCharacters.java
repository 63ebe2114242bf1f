package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which characters of a document no font has, what stands there instead, and in which words. An emoji of five code
 * points is one sign to its reader, and so is one question mark.
 */
final class MissingCharacters {
    /** Places that a note names; of the others it says how many there are. */
    private static final int NAMED = 12;

    private static final Pattern SIGN = Pattern.compile("\\X");

    /** Enough to find it by: up to two words on each side, as far as nothing but a space parts them. */
    private static final Pattern PLACE = Pattern.compile("""
            (?:[\\p{L}\\p{N}.'’-]{1,30} ){0,2}[\\p{L}\\p{N}?.'’-]{0,30}\\?[\\p{L}\\p{N}?.'’-]{0,30}\
            (?: [\\p{L}\\p{N}?.'’-]{1,30}){0,2}""");

    private final List<Missing> named = new ArrayList<>();
    private final Set<Missing> others = new HashSet<>();

    /** @param place the words around it, as they are printed */
    private record Missing(Set<Integer> characters, String place) {
        boolean says(Missing other) {
            return characters.containsAll(other.characters)
                    && (place.contains(other.place) || other.place.contains(place));
        }
    }

    /**
     * The text as it can be printed: a question mark for each sign without a form, a space for each blank.
     *
     * @param glyphs of the style, see {@link FontBuckets#glyphs}
     */
    String replaced(int[] glyphs, String text) {
        var legible = new StringBuilder(text.length());
        var gone = new TreeMap<Integer, Set<Integer>>();
        var signs = SIGN.matcher(text);
        while (signs.find()) {
            int asked = -1;
            for (int character : signs.group().codePoints().toArray()) {
                if (has(glyphs, character)) {
                    legible.appendCodePoint(character);
                } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                    legible.append(' ');
                } else {
                    if (asked < 0) {
                        asked = legible.length();
                        legible.append('?');
                    }
                    gone.computeIfAbsent(asked, _ -> new LinkedHashSet<>()).add(character);
                }
            }
        }
        if (!gone.isEmpty()) remember(gone, legible.toString());
        return legible.toString();
    }

    private static boolean has(int[] glyphs, int character) {
        return Character.isBmpCodePoint(character) && glyphs[character] != FontBuckets.NONE;
    }

    /** @param gone by where its question mark stands */
    private void remember(TreeMap<Integer, Set<Integer>> gone, String legible) {
        var byPlace = new LinkedHashMap<String, Set<Integer>>();
        var places = PLACE.matcher(legible);
        while (places.find())
            gone.subMap(places.start(), places.end()).values().forEach(characters -> byPlace.computeIfAbsent(
                            places.group(), _ -> new LinkedHashSet<>())
                    .addAll(characters));
        byPlace.forEach((place, characters) -> add(new Missing(characters, place)));
    }

    private void add(Missing another) {
        for (var one : named) if (one.says(another)) return;
        if (named.size() < NAMED) named.add(another);
        else others.add(another);
    }

    /** For the end of the paper; empty where nothing is missing. */
    String note(Words words) {
        if (named.isEmpty()) return "";

        var places = new LinkedHashMap<Set<Integer>, List<String>>();
        for (var missing : named)
            places.computeIfAbsent(missing.characters, _ -> new ArrayList<>())
                    .add(words.say(Word.MISSING_PLACE, missing.place));
        var said = new ArrayList<String>();
        places.forEach((characters, of) -> {
            var names = characters.stream().map(MissingCharacters::name).toList();
            said.add(words.say(Word.MISSING_IN, words.list(names), words.list(of)));
        });
        if (!others.isEmpty()) said.add(words.say(Word.MISSING_MORE, words.notation.whole(others.size())));
        return words.say(Word.MISSING, String.join("; ", said));
    }

    /** {@code U+1F3AC clapper board}; of letters that Unicode names by their number, that alone. */
    private static String name(int character) {
        var number = "%04X".formatted(character);
        var name = Character.getName(character);
        return name == null || name.contains(number)
                ? "U+" + number
                : "U+" + number + " " + name.toLowerCase(Locale.ROOT);
    }
}
