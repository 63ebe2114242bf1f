package dev.callboard.report.render;

import java.time.LocalDate;
import java.util.List;

/**
 * What an employer owes for a calendar year, by the date of payment: a row for each pay run, its slips added up beside
 * the run's own totals. Minor units; tax and costs above zero, as they are owed.
 */
public record TaxSummary(
        String documentId,
        int year,
        LocalDate until,
        boolean interim,
        PaySlip.Employer employer,
        String currency,
        int fractionDigits,
        List<Month> months,
        String contact,
        String scheme,
        boolean example) {

    /**
     * @param period its first day
     * @param ofRun what the pay run itself says
     */
    public record Month(LocalDate period, LocalDate paid, Sums slips, Sums ofRun) {}

    /** @param cost the employer's own: fees and pensions on top of pay */
    public record Sums(long count, long base, long tax, long cost) {
        public static final Sums NONE = new Sums(0, 0, 0, 0);

        public Sums plus(Sums more) {
            return new Sums(count + more.count, base + more.base, tax + more.tax, cost + more.cost);
        }

        public long due() {
            return tax + cost;
        }
    }

    public Sums total() {
        return months.stream().map(Month::slips).reduce(Sums.NONE, Sums::plus);
    }

    public TaxSummary withDocumentId(String id) {
        return new TaxSummary(
                id, year, until, interim, employer, currency, fractionDigits, months, contact, scheme, example);
    }
}
