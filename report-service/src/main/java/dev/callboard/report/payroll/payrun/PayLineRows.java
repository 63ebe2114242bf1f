package dev.callboard.report.payroll.payrun;

import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.payroll.rule.Pay;

/** The lines of one employee after the other, numbered from 1; beside the first of each kind its year to date. */
final class PayLineRows {
    static final String COLUMNS = "pay_line (account_id, month, run_id, employee_no, line_no, section, corrects,"
            + " production, cost_code, rule, text, first_day, last_day, days, quantity, unit, rate_minor, factor,"
            + " amount_minor, ytd_minor, sources)";

    private final CopyRows rows;
    private final PayRun run;
    private final KindsToDate.Before before;

    PayLineRows(CopyRows rows, PayRun run, KindsToDate.Before before) {
        this.rows = rows;
        this.run = run;
        this.before = before;
    }

    void write(Candidate who, Pay pay) {
        var employeeNo = who.person().employeeNo();
        var toDate = before.beside(employeeNo, who.opening(), pay).iterator();
        var number = 0;
        for (var line : pay.lines()) {
            rows.value(run.accountId)
                    .value(run.month)
                    .value(run.id)
                    .value(employeeNo)
                    .value(++number)
                    .value(line.section())
                    .value(line.corrects() == null ? null : line.corrects().atDay(1))
                    .value(line.production())
                    .value(line.costCode())
                    .value(line.rule())
                    .value(line.text())
                    .value(line.first())
                    .value(line.last())
                    .value(line.days())
                    .value(line.quantity())
                    .value(line.unit())
                    .value(line.rate())
                    .value(line.factor())
                    .value(line.amount())
                    .value(toDate.next())
                    .array(line.sources())
                    .end();
        }
    }
}
