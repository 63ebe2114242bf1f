package dev.callboard.report.render;

import java.time.LocalDate;
import java.util.List;

/**
 * What leave an employer owes as of a day. Days in hundredths, money in minor units.
 *
 * @param departments those below zero first
 * @param overdrawn people who took more than they had, the most first
 */
public record LeaveSummary(
        String documentId,
        LocalDate from,
        LocalDate asOf,
        PaySlip.Employer employer,
        String currency,
        int fractionDigits,
        List<Department> departments,
        List<Overdrawn> overdrawn,
        String contact,
        String scheme,
        boolean example) {

    /**
     * @param adjusted days that were added to paid and saved ones in the leave year, or taken from them
     * @param worth paid and saved days, each at what a day of its owner is worth
     */
    public record Department(String name, long people, long adjusted, long paid, long saved, long worth) {
        public Department plus(Department more) {
            return new Department(
                    name,
                    people + more.people,
                    adjusted + more.adjusted,
                    paid + more.paid,
                    saved + more.saved,
                    worth + more.worth);
        }
    }

    public record Overdrawn(String number, String name, String department, long days, long worth) {}

    public Department total() {
        return departments.stream().reduce(new Department("", 0, 0, 0, 0, 0), Department::plus);
    }

    public LeaveSummary withDocumentId(String id) {
        return new LeaveSummary(
                id, from, asOf, employer, currency, fractionDigits, departments, overdrawn, contact, scheme, example);
    }
}
