package dev.callboard.report.render;

import java.time.LocalDate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * How a language writes figures and dates on paper: its separators, minus U+2212, no currency sign. The names of months
 * come from its catalogue and not from the JDK's, which change with it.
 */
final class Notation {
    private static final String MINUS = "\u2212";

    /** Between the thousands; Latin-1. */
    private final char group;

    private final char decimal;
    private final String afterDay;
    private final String[] months;
    private final String[] shortMonths;

    /**
     * @param afterDay what stands between day and month: a space, or {@code ". "}
     * @param months twelve, separated by spaces
     */
    Notation(char group, char decimal, String afterDay, String months, String shortMonths) {
        this.group = group;
        this.decimal = decimal;
        this.afterDay = afterDay;
        this.months = months.split(" ");
        this.shortMonths = shortMonths.split(" ");
    }

    /** Minor units of a currency: {@code 4656375} with 2 digits is {@code 46,563.75}, {@code 46 563,75}, {@code 46.563,75}. */
    String amount(long minor, int fractionDigits) {
        // From the last digit on. Long.MIN_VALUE has no positive counterpart; its digits come out right all the same.
        var text = new byte[28];
        int at = text.length;
        long rest = minor;
        for (int digits = 0; digits <= fractionDigits || rest != 0; digits++) {
            if (digits == fractionDigits && digits > 0) text[--at] = (byte) decimal;
            if (digits > fractionDigits && (digits - fractionDigits) % 3 == 0) text[--at] = (byte) group;
            text[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        var figure = new String(text, at, text.length - at, ISO_8859_1);
        return minor < 0 ? MINUS + figure : figure;
    }

    String whole(long number) {
        return amount(number, 0);
    }

    String hundredths(long value) {
        return amount(value, 2);
    }

    /** With its sign, also a plus: what is added to a balance. */
    String signed(long hundredths) {
        return hundredths > 0 ? "+" + hundredths(hundredths) : hundredths(hundredths);
    }

    /** Hundredths, without decimals where there are none: {@code 6}, {@code 4.5}. */
    String shortest(long hundredths) {
        if (hundredths % 100 == 0) return amount(hundredths / 100, 0);
        var text = hundredths(hundredths);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    String percent(int basisPoints) {
        return shortest(basisPoints) + " %";
    }

    /** {@code 14 Sep}, {@code 6, 7 Oct}, {@code 30–31 Oct} for a night, {@code 18–30 Oct}, {@code 30 Sep–2 Oct}. */
    String days(LocalDate first, LocalDate last, int days) {
        if (first.equals(last)) return dayMonth(first);
        var between = days == 2 ? ", " : "\u2013";
        if (first.getMonth() != last.getMonth()) return dayMonth(first) + between + dayMonth(last);
        return first.getDayOfMonth() + afterDay.strip() + between + dayMonth(last);
    }

    /** {@code 11 Jan – 28 May 2027}, {@code 1 – 31 Oct 2027}. */
    String span(LocalDate first, LocalDate last) {
        if (first.equals(last)) return date(first);
        if (first.getYear() != last.getYear()) return date(first) + " \u2013 " + date(last);
        var begin = first.getMonth() == last.getMonth() ? first.getDayOfMonth() + afterDay.strip() : dayMonth(first);
        return begin + " \u2013 " + date(last);
    }

    String dayMonth(LocalDate date) {
        return date.getDayOfMonth() + afterDay + shortMonths[date.getMonthValue() - 1];
    }

    String date(LocalDate date) {
        return dayMonth(date) + " " + date.getYear();
    }

    String longDate(LocalDate date) {
        return date.getDayOfMonth() + afterDay + monthYear(date);
    }

    String month(LocalDate date) {
        return months[date.getMonthValue() - 1];
    }

    String monthYear(LocalDate date) {
        return month(date) + " " + date.getYear();
    }

    /** {@code 1–31 October 2027}, or both dates in full over the end of a month. */
    String period(LocalDate from, LocalDate to) {
        if (from.getMonth() == to.getMonth() && from.getYear() == to.getYear()) {
            return from.getDayOfMonth() + afterDay.strip() + "\u2013" + longDate(to);
        }
        return longDate(from) + " \u2013 " + longDate(to);
    }
}
