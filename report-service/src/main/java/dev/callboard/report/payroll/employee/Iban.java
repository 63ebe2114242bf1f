package dev.callboard.report.payroll.employee;

import java.math.BigInteger;
import java.util.Locale;

/** International bank account numbers, ISO 13616: check digits are those for which the number is 1 modulo 97. */
public final class Iban {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Without spaces, in capitals: as banks exchange it. */
    public static String plain(String written) {
        return written.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** @param plain as {@link #plain} makes it */
    public static boolean valid(String plain) {
        if (!plain.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) return false;

        var turned = plain.substring(4) + plain.substring(0, 4);
        var digits = new StringBuilder(turned.length() * 2);
        for (var c : turned.toCharArray()) digits.append(Character.digit(c, 36));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    /** {@code •••• 1234}; empty stays empty. */
    public static String masked(String plain) {
        var compact = plain.replace(" ", "");
        return compact.isEmpty() ? "" : "•••• " + compact.substring(Math.max(0, compact.length() - 4));
    }

    private Iban() {}
}
