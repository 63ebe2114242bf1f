package dev.callboard.report.render;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Figures and dates as they stand on paper: thousands by comma, minus U+2212, no currency sign. */
final class Figures {
    private static final String MINUS = "\u2212";
    private static final String[] MONTHS = months(TextStyle.FULL);
    private static final String[] SHORT_MONTHS = months(TextStyle.SHORT);

    private Figures() {}

    /** Minor units of a currency: {@code 4656375} with 2 digits is {@code 46,563.75}. */
    static String amount(long minor, int fractionDigits) {
        // From the last digit on. Long.MIN_VALUE has no positive counterpart; its digits come out right all the same.
        var text = new byte[28];
        int at = text.length;
        long rest = minor;
        for (int digits = 0; digits <= fractionDigits || rest != 0; digits++) {
            if (digits == fractionDigits && digits > 0) text[--at] = '.';
            if (digits > fractionDigits && (digits - fractionDigits) % 3 == 0) text[--at] = ',';
            text[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        var figure = new String(text, at, text.length - at, ISO_8859_1);
        return minor < 0 ? MINUS + figure : figure;
    }

    static String hundredths(long value) {
        return amount(value, 2);
    }

    /** Hundredths, without decimals where there are none: {@code 6}, {@code 4.5}. */
    static String shortest(long hundredths) {
        var text = hundredths(hundredths);
        if (text.endsWith(".00")) return text.substring(0, text.length() - 3);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    static String percent(int basisPoints) {
        return shortest(basisPoints) + " %";
    }

    /** {@code 14 Sep}, {@code 6, 7 Oct}, {@code 30–31 Oct} for a night, {@code 18–30 Oct}, {@code 30 Sep–2 Oct}. */
    static String days(LocalDate first, LocalDate last, int days) {
        if (first.equals(last)) return dayMonth(first);
        boolean apart = days == 2;
        if (first.getMonth() != last.getMonth()) return dayMonth(first) + (apart ? ", " : "\u2013") + dayMonth(last);
        return first.getDayOfMonth() + (apart ? ", " : "\u2013") + dayMonth(last);
    }

    static String dayMonth(LocalDate date) {
        return date.getDayOfMonth() + " " + SHORT_MONTHS[date.getMonthValue() - 1];
    }

    static String date(LocalDate date) {
        return dayMonth(date) + " " + date.getYear();
    }

    static String longDate(LocalDate date) {
        return date.getDayOfMonth() + " " + monthYear(date);
    }

    static String monthYear(LocalDate date) {
        return MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    private static String[] months(TextStyle style) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, Locale.ENGLISH))
                .toArray(String[]::new);
    }

    /** {@code 1–31 October 2027}, or both dates in full over the end of a month. */
    static String period(LocalDate from, LocalDate to) {
        if (from.getMonth() == to.getMonth() && from.getYear() == to.getYear()) {
            return from.getDayOfMonth() + "\u2013" + longDate(to);
        }
        return longDate(from) + " \u2013 " + longDate(to);
    }
}
