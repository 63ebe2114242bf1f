package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that stands on one pay slip, computed and approved: the template formats and places it, and adds nothing up.
 * Amounts are minor units of {@link Run#currency()}; a deduction is negative. Factors and quantities are hundredths.
 *
 * @param documentId stable id of this slip, printed in the foot
 * @param number of the slip, such as {@code 2027-10-4711}
 */
public record PaySlip(
        String documentId,
        String number,
        Employer employer,
        Employee employee,
        Run run,
        Hours hours,
        List<Production> productions,
        Sum gross,
        List<Line> beforeTax,
        Sum taxableBase,
        List<Line> tax,
        Sum taxWithheld,
        List<Line> afterTax,
        Sum net,
        @Nullable Leave leave,
        @Nullable HolidayPay holidayPay,
        EmployerCost employerCost,
        Foot foot) {

    public record Employer(String name, String address, String organisationNo) {}

    /**
     * @param taxId masked by its owner, never the whole number
     * @param account where the net is paid to, masked: {@code •••• 1234}
     */
    public record Employee(
            String number,
            String name,
            String jobTitle,
            String address,
            String taxTable,
            String taxId,
            String account) {}

    /**
     * @param currency ISO 4217
     * @param fractionDigits of the currency: 2 for SEK, 0 for ISK
     * @param corrects the periods that corrections belong to, as words: {@code July and September}; null without any
     */
    public record Run(
            LocalDate from,
            LocalDate to,
            LocalDate payDate,
            String currency,
            int fractionDigits,
            @Nullable String corrects) {}

    /** Paid time in minutes, and the overtime in it. */
    public record Hours(long paidMinutes, long overtimeMinutes) {}

    /**
     * Earnings of one production and cost code, or the corrections of one earlier period.
     *
     * @param title bold: the production, or {@code Corrections}
     * @param detail {@code cost code 410-20 Grip}, {@code period September 2027, cost code 220-14}
     * @param sumName what stands before the sum: {@code The Salt Road}, {@code corrections}
     */
    public record Production(
            String title, String detail, String sumName, boolean corrections, List<Earning> earnings, long sum) {}

    /**
     * @param first to {@code last}: the days worked; {@code days} of them
     * @param quantityHundredths of {@code unit}: hours, days, pieces …
     */
    public record Earning(
            LocalDate first,
            LocalDate last,
            int days,
            String kind,
            long quantityHundredths,
            String unit,
            long rate,
            long factorHundredths,
            long amount) {}

    /** A sum that matters, beside the same sum of the year so far, this period included. */
    public record Sum(long amount, long yearToDate) {}

    /** @param yearToDate null where only the sum of the block has one */
    public record Line(
            String label,
            Basis basis,
            long amount,
            @Nullable Long yearToDate) {}

    /** How the amount of a line came about, as it is printed before it. */
    public sealed interface Basis {
        /** {@code 6 × 120.00}, {@code 3 days × 260.00}: hundredths of a unit, unit may be empty. */
        record Count(long quantityHundredths, String unit, long rate) implements Basis {}

        /** {@code 2 % of 46,563.75}; basis points. */
        record PercentOf(int basisPoints, long of) implements Basis {}

        /** {@code 20,000.00 at 20 %}; basis points. */
        record ShareAt(long share, int basisPoints) implements Basis {}

        record Words(String text) implements Basis {}
    }

    /** Days in hundredths. */
    public record Leave(LocalDate yearFrom, LocalDate yearTo, LocalDate asOf, List<Balance> balances) {}

    public record Balance(
            String label,
            long opening,
            long earned,
            long taken,
            long closing,
            @Nullable String note) {}

    public record HolidayPay(int basisPoints, long of, long accrued) {}

    public record EmployerCost(List<Line> lines, long total) {}

    /**
     * @param contact whom to ask: name, telephone, address
     * @param scheme name of the pay scheme
     * @param example true for the packaged scheme, which is no country's law and says so
     */
    public record Foot(String contact, LocalDate objectUntil, String scheme, boolean example) {}
}
