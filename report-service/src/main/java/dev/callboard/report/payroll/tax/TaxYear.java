package dev.callboard.report.payroll.tax;

import dev.callboard.report.payroll.Employer;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A calendar year of an account as it stood when its reports were asked for: by the date of payment, as the years to date
 * on the slips are.
 *
 * @param payRuns released ones paid in the year, in the order of payment; nothing in them changes any more
 * @param until date of the last payment, or the last day of the year when it is over
 * @param employer as the last of the runs has it, like contact and scheme
 */
public record TaxYear(
        UUID accountId,
        int year,
        List<UUID> payRuns,
        LocalDate until,
        boolean interim,
        String currency,
        Employer employer) {

    /** Who was paid in the year, with what can still change: the rest of a report is read from the pay runs. */
    public record Person(
            String employeeNo,
            String name,
            String jobTitle,
            String address,
            String taxId,
            @Nullable Opening opening) {

        @Override
        public String toString() {
            return "employee " + employeeNo;
        }
    }

    /** What was paid in the year before the first run here; tax and deductions above zero, as they are imported. */
    public record Opening(long gross, long taxable, long tax, long deductions, long net) {}
}
