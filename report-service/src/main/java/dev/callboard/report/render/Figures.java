package dev.callboard.report.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and dates as they stand on paper: thousands by comma, minus U+2212, no currency sign. */
final class Figures {
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** Minor units of a currency: {@code 4656375} with 2 digits is {@code 46,563.75}. */
    static String amount(long minor, int fractionDigits) {
        var text = new StringBuilder(16);
        if (minor < 0) text.append(MINUS);
        var digits = Long.toString(Math.abs(minor));
        while (digits.length() <= fractionDigits) digits = "0" + digits;
        int whole = digits.length() - fractionDigits;
        for (int at = 0; at < whole; at++) {
            if (at > 0 && (whole - at) % 3 == 0) text.append(',');
            text.append(digits.charAt(at));
        }
        if (fractionDigits > 0) text.append('.').append(digits, whole, digits.length());
        return text.toString();
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
        return DAY_MONTH.format(date);
    }

    static String date(LocalDate date) {
        return DAY_MONTH_YEAR.format(date);
    }

    static String longDate(LocalDate date) {
        return LONG_DATE.format(date);
    }

    static String monthYear(LocalDate date) {
        return MONTH_YEAR.format(date);
    }

    /** {@code 1–31 October 2027}, or both dates in full over the end of a month. */
    static String period(LocalDate from, LocalDate to) {
        if (from.getMonth() == to.getMonth() && from.getYear() == to.getYear()) {
            return from.getDayOfMonth() + "\u2013" + longDate(to);
        }
        return longDate(from) + " \u2013 " + longDate(to);
    }
}
