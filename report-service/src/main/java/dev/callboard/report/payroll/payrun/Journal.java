package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.rule.Section;
import dev.callboard.report.payroll.scheme.PaySchemes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The run for the general ledger: costs by cost code in debit; what is owed to the tax office, others and the employees
 * in credit. Debit equals credit, and the credit of the net is the sum of the slips. Benefits are charged and credited at
 * once: what they cost was booked where it was bought.
 */
@ApplicationScoped
class Journal {
    private record Posting(Section section, String costCode, String rule, String text, long amount) {}

    @Inject
    Database db;

    @Inject
    PaySchemes schemes;

    void writeTo(PayRun run, Table table) {
        table.header("voucher", "date", "account", "cost_code", "text", "debit", "credit", "currency");
        var scheme = schemes.get(run.terms.scheme());
        var accounts = scheme.accounts();
        var postings = db.list(
                """
                select l.section, case when l.section = 'EARNING' then l.cost_code else '' end as cost_code,
                  case when l.section in ('EARNING', 'TAX') then '' else l.rule end as rule,
                  case when l.section in ('EARNING', 'TAX') then '' else min(l.text) end as text, sum(l.amount_minor)
                from pay_line l
                join pay_result r using (account_id, month, run_id, employee_no)
                where l.account_id = ? and l.month = ? and l.run_id = ? and r.slip_ordinal is not null
                group by 1, 2, 3, case when l.section in ('EARNING', 'TAX') then '' else l.rule end, l.section
                order by 1, 2, 3
                """,
                row -> new Posting(
                        Section.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)),
                run.accountId,
                run.month,
                run.id);
        for (var posting : postings) {
            switch (posting.section) {
                case EARNING ->
                    post(run, table, accounts.wages(), posting.costCode, "Pay " + run.period(), posting.amount);
                case BENEFIT -> {
                    var kind = scheme.benefit(posting.rule).orElseThrow();
                    post(run, table, kind.account(), "", posting.text, posting.amount);
                    post(run, table, kind.counterAccount(), "", posting.text, -posting.amount);
                }
                case REIMBURSEMENT -> post(run, table, accounts.reimbursements(), "", posting.text, posting.amount);
                case TAX -> post(run, table, accounts.taxOwed(), "", "Tax withheld " + run.period(), posting.amount);
                case BEFORE_TAX, AFTER_TAX ->
                    post(run, table, accounts.deductionsOwed(), "", posting.text, posting.amount);
                case EMPLOYER_COST -> {
                    post(run, table, accounts.employerCost(), "", posting.text, posting.amount);
                    post(run, table, accounts.employerCostOwed(), "", posting.text, -posting.amount);
                }
            }
        }
        post(run, table, accounts.netOwed(), "", "Net pay " + run.period(), -run.totals.net());
    }

    /** @param amount debit if positive, credit if negative */
    private static void post(PayRun run, Table table, String account, String costCode, String text, long amount) {
        if (amount == 0) return;

        table.text("PAY-" + run.period())
                .text(run.payDate.toString())
                .text(account)
                .text(costCode)
                .text(text)
                .money(Math.max(0, amount))
                .money(Math.max(0, -amount))
                .text(run.currency)
                .end();
    }
}
