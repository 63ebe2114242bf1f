package dev.callboard.report.render;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The catalogue of a language, {@code words-sv.properties}: every fixed text of a document, and how figures and dates are
 * written. A catalogue that lacks a {@link Word} cannot be read, so none is ever missing on paper.
 */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
    private static final Map<Language, Words> READ = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) READ.put(language, new Words(language));
    }

    final Language language;
    final Notation notation;
    private final Map<Word, String> texts = new EnumMap<>(Word.class);
    private final Map<Word, String[]> pieces = new EnumMap<>(Word.class);

    private Words(Language language) {
        this.language = language;
        var file = read("words-" + language.tag() + ".properties");
        for (var word : Word.values()) {
            var text = file.getProperty(word.name());
            if (text == null)
                throw new IllegalStateException("words-" + language.tag() + ".properties: no " + word.name());
            texts.put(word, text);
            pieces.put(word, PLACE.splitWithDelimiters(text, 0));
        }
        notation = switch (language) {
            case EN -> notation(',', '.', " ");
            case SV -> notation('\u00a0', ',', " ");
            case DE -> notation('.', ',', ". ");
        };
    }

    private Notation notation(char group, char decimal, String afterDay) {
        return new Notation(group, decimal, afterDay, say(Word.MONTHS), say(Word.MONTHS_SHORT));
    }

    public static Words of(Language language) {
        return READ.get(language);
    }

    public String say(Word word) {
        return texts.get(word);
    }

    /** With {@code {0}}, {@code {1}} … replaced; a name in braces that is put in stays as it is. */
    public String say(Word word, Object... with) {
        var text = new StringBuilder(128);
        var cut = pieces.get(word);
        for (int at = 0; at < cut.length; at++) {
            if (at % 2 == 0) text.append(cut[at]);
            else text.append(with[cut[at].charAt(1) - '0']);
        }
        return text.toString();
    }

    /** As {@link #say}, in the singular for one: the word before this in {@link Word}. */
    String count(Word one, Word many, long count) {
        return say(count == 1 ? one : many, notation.whole(count));
    }

    /** {@code October}. */
    public String month(LocalDate day) {
        return notation.month(day);
    }

    /** {@code October 2027}. */
    public String monthYear(LocalDate day) {
        return notation.monthYear(day);
    }

    /** {@code 31 Mar 2028}. */
    public String date(LocalDate day) {
        return notation.date(day);
    }

    /** {@code 25 November 2027}. */
    public String longDate(LocalDate day) {
        return notation.longDate(day);
    }

    /** {@code 31.42 %}. */
    public String percent(int basisPoints) {
        return notation.percent(basisPoints);
    }

    /** {@code 20,000}. */
    public String whole(long number) {
        return notation.whole(number);
    }

    /** {@code June}, {@code June and July}, {@code May, June and July}. */
    public String list(List<String> names) {
        return joined(names, Word.AND);
    }

    /** {@code sick or parental}. */
    String alternatives(List<String> names) {
        return joined(names, Word.OR);
    }

    private String joined(List<String> names, Word last) {
        if (names.size() < 2) return String.join("", names);
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + say(last) + " " + names.getLast();
    }

    String weekday(LocalDate date) {
        return say(Word.WEEKDAYS).split(" ")[date.getDayOfWeek().ordinal()];
    }

    String weekdayShort(LocalDate date) {
        return say(Word.WEEKDAYS_SHORT).split(" ")[date.getDayOfWeek().ordinal()];
    }

    /** {@code Sat 30 Oct}. */
    String weekdayDay(LocalDate date) {
        return weekdayShort(date) + " " + notation.dayMonth(date);
    }

    private static Properties read(String name) {
        var file = new Properties();
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(name), UTF_8)) {
            file.load(in);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
