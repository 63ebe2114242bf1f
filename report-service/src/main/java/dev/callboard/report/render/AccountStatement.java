package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What an account owed, paid and got back in a period, with its invoices, and what is held at its end. Amounts are minor
 * units of the currency.
 *
 * @param opening owed before the period
 * @param closing owed at its end: the opening and all lines
 * @param held reserved on a card and not taken, at the end
 */
public record AccountStatement(
        Customer customer,
        LocalDate from,
        LocalDate to,
        OffsetDateTime asOf,
        String currency,
        int fractionDigits,
        long opening,
        List<Line> lines,
        long charged,
        long closing,
        long held) {

    /** @param address lines as they stand on an invoice */
    public record Customer(
            String name, @Nullable String address, @Nullable String vatNumber) {}

    public enum Kind {
        HOLD,
        RELEASE,
        INVOICE,
        CAPTURE,
        CREDIT_NOTE,
        REFUND
    }

    /**
     * @param text of the invoice, or the project it is about
     * @param owed what the line adds to what is owed; 0 for what is only held
     * @param balance owed after it
     */
    public record Line(OffsetDateTime at, Kind kind, String text, long amount, long owed, long balance) {}
}
