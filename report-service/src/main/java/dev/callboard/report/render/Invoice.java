package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An invoice, which is paid when it is issued, or the credit note that takes one back. Amounts are minor units; the books
 * know no value added tax, so none is printed.
 *
 * @param credits number of the invoice that a credit note takes back
 * @param seller from the deployment's settings
 */
public record Invoice(
        int number,
        @Nullable Integer credits,
        Seller seller,
        AccountStatement.Customer customer,
        LocalDate issued,
        String text,
        @Nullable String project,
        String currency,
        int fractionDigits,
        long amount) {

    /** @param vatNumber empty where there is none */
    public record Seller(String name, String address, String vatNumber) {}

    boolean isCreditNote() {
        return credits != null;
    }
}
