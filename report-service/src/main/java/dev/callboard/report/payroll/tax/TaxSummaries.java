package dev.callboard.report.payroll.tax;

import dev.callboard.kit.database.Database;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.TaxSummary;
import dev.callboard.report.render.TaxSummary.Sums;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** The employer's summary of a year: the slips of each pay run added up anew, beside what the run said when it was approved. */
@ApplicationScoped
public class TaxSummaries {
    @Inject
    Database db;

    /** Without the id of its document. */
    public TaxSummary of(TaxYear year) {
        var months = db.list(
                """
                select r.month, r.pay_date, s.slips, s.taxable, -s.tax, s.cost,
                  r.slips, r.taxable_minor, -r.tax_minor, r.employer_cost_minor
                from pay_run r, lateral (
                  select count(*) as slips, coalesce(sum(taxable_minor), 0) as taxable, coalesce(sum(tax_minor), 0) as tax,
                    coalesce(sum(employer_cost_minor), 0) as cost
                  from pay_result s
                  where s.account_id = r.account_id and s.month = r.month and s.run_id = r.id and s.slip_ordinal is not null
                ) s
                where r.id = any(?) order by r.pay_date, r.month
                """,
                row -> new TaxSummary.Month(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        new Sums(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
                        new Sums(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10))),
                (Object) year.payRuns().toArray(UUID[]::new));
        var employer = year.employer();
        return new TaxSummary(
                "",
                year.year(),
                year.until(),
                year.interim(),
                new PaySlip.Employer(employer.name(), employer.address(), employer.organisationNo()),
                year.currency(),
                Currency.getInstance(year.currency()).getDefaultFractionDigits(),
                months,
                employer.contact(),
                employer.scheme(),
                employer.example());
    }
}
