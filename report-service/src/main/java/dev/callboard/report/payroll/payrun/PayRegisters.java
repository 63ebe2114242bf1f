package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.render.PayRegister;
import dev.callboard.report.render.PayRegister.Sums;
import dev.callboard.report.render.PaySlip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.Currency;
import java.util.UUID;

/** The slips of an approved run as one list, for who prints it. */
@ApplicationScoped
public class PayRegisters {
    @Inject
    Database db;

    @Inject
    PayRuns runs;

    /** Joins the caller's transaction. */
    public PayRegister of(UUID payRunId, UUID documentId) {
        var run = runs.findById(payRunId);
        var terms = run.terms;
        var totals = run.totals;
        var minutes = new long[1];
        var rows = db.list(
                """
                select employee_no, name, minutes, gross_minor, before_tax_minor, taxable_minor, tax_minor, after_tax_minor,
                  reimbursements_minor, net_minor
                from pay_result where account_id = ? and month = ? and run_id = ? and slip_ordinal is not null
                order by slip_ordinal
                """,
                row -> {
                    minutes[0] += row.getLong(3);
                    return new PayRegister.Row(
                            row.getString(1),
                            row.getString(2),
                            new Sums(
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getLong(10)));
                },
                run.accountId,
                run.month,
                run.id);
        return new PayRegister(
                documentId.toString(),
                run.month,
                run.payDate,
                new PaySlip.Employer(terms.employerName(), terms.employerAddress(), terms.organisationNo()),
                run.currency,
                Currency.getInstance(run.currency).getDefaultFractionDigits(),
                rows,
                new Sums(
                        minutes[0],
                        totals.gross(),
                        totals.beforeTax(),
                        totals.taxable(),
                        totals.tax(),
                        totals.afterTax(),
                        totals.reimbursements(),
                        totals.net()),
                terms.contact(),
                terms.schemeName(),
                terms.example());
    }
}
