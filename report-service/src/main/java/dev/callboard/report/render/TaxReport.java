package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What one person was paid in a calendar year, by the date of payment, and what was withheld: a row for each slip.
 * Amounts are minor units; deductions and tax are negative, so that a row adds up from left to right.
 *
 * @param until date of the last payment in it, or the last day of the year when it is over
 * @param interim while something may still be paid in the year
 * @param opening what was paid before the first slip here; null without
 * @param others what the deductions after tax were for, in words
 * @param checked the taxable base added up anew from the lines of the pay runs
 */
public record TaxReport(
        String documentId,
        int year,
        LocalDate until,
        boolean interim,
        PaySlip.Employer employer,
        Person person,
        String currency,
        int fractionDigits,
        List<Spell> spells,
        @Nullable Sums opening,
        List<Month> months,
        Sums total,
        List<String> others,
        List<TaxTable> tables,
        List<Correction> corrections,
        long checked,
        String contact,
        String scheme,
        boolean example) {

    /** @param taxId masked by its owner */
    public record Person(String number, String name, String jobTitle, String address, String taxId) {}

    /** Work without a month between, as a line of the head. */
    public record Spell(LocalDate from, LocalDate to, String production) {}

    public record Sums(long gross, long benefits, long beforeTax, long taxable, long tax, long other, long notTaxed) {
        public Sums plus(Sums more) {
            return new Sums(
                    gross + more.gross,
                    benefits + more.benefits,
                    beforeTax + more.beforeTax,
                    taxable + more.taxable,
                    tax + more.tax,
                    other + more.other,
                    notTaxed + more.notTaxed);
        }
    }

    /** @param period its first day */
    public record Month(LocalDate period, LocalDate paid, String slip, boolean corrected, Sums sums) {}

    public record TaxTable(String name, LocalDate from, LocalDate to, List<Bracket> brackets) {}

    /** @param upTo null on the last */
    public record Bracket(@Nullable Long upTo, int basisPoints) {}

    /**
     * @param in period of the slip that has it
     * @param corrects number of the slip that was wrong
     * @param amount of gross, or of a benefit
     */
    public record Correction(LocalDate in, String corrects, String what, long amount) {}
}
