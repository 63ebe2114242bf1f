package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.Copy;
import dev.callboard.report.bulk.CopyRows;
import dev.callboard.report.payroll.employee.Employee;
import dev.callboard.report.payroll.leave.LeaveBalances;
import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.payrun.PayException.Kind;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.PayCalculation;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.rule.Work;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.payroll.scheme.PaySettings;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Calculates one run, in the caller's transaction and from one snapshot: what it reads is of one moment, and either all
 * of its results are there or those of the calculation before.
 */
@ApplicationScoped
class Calculation {
    private static final int BATCH = 2_000;
    private static final String RESULTS =
            "pay_result (account_id, month, run_id, employee_no, slip_ordinal, document_id,"
                    + " name, email, job_title, address, tax_table, tax_id_masked, iban, minutes, overtime_minutes, gross_minor,"
                    + " before_tax_minor, taxable_minor, tax_minor, after_tax_minor, reimbursements_minor, net_minor,"
                    + " employer_cost_minor, holiday_pay_bp, holiday_pay_minor, leave_earned, leave_taken, leave_opening,"
                    + " leave_year_earned, leave_year_taken, leave_saved_opening, leave_saved_taken, leave_saved_expires,"
                    + " ytd_gross_minor, ytd_taxable_minor, ytd_tax_minor, ytd_net_minor, works)";

    /**
     * @param leaveEarned hundredths of days
     * @param ordinal of the slip, from 1; 0 for who is excluded
     */
    private record Result(
            Candidate who, Pay pay, int leaveEarned, Balance leave, List<PayException> exceptions, int ordinal) {
        boolean excluded() {
            return exceptions.stream().anyMatch(exception -> exception.kind().excludes());
        }

        Result numbered(int ordinal) {
            return new Result(who, pay, leaveEarned, leave, exceptions, ordinal);
        }
    }

    @Inject
    Database db;

    @Inject
    Copy copy;

    @Inject
    PayRuns runs;

    @Inject
    WorkRows workRows;

    @Inject
    LeaveBalances leaveBalances;

    @Inject
    KindsToDate kindsToDate;

    @Inject
    UnpaidSalaries unpaidSalaries;

    @Inject
    LateTimeCards lateTimeCards;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    @Inject
    InstantSource clock;

    void of(PayRun run) {
        var paying = settings.of(run.accountId).settings();
        var scheme = schemes.get(paying.scheme());
        for (var table : List.of("pay_line", "pay_result", "pay_exception"))
            db.update(
                    "delete from " + table + " where account_id = ? and month = ? and run_id = ?",
                    run.accountId,
                    run.month,
                    run.id);

        var earlier = kindsToDate.earlier(run);
        var sums = new Sums();
        var exceptions = new ArrayList<PayException>();
        var after = "";
        while (true) {
            var candidates = candidates(run, scheme, after);
            if (candidates.isEmpty()) break;

            var last = candidates.getLast().person().employeeNo();
            var works = workRows.unpaid(run.accountId, run.period().atEndOfMonth(), after, last);
            var leave = leaveBalances.before(run.accountId, run.id, run.period(), scheme.leaveYear(), after, last);
            var paid = workRows.paidBeside(works, run.accountId, after, last);
            var results = candidates.parallelStream()
                    .map(who -> {
                        var number = who.person().employeeNo();
                        return result(
                                run,
                                scheme,
                                who,
                                works.getOrDefault(number, List.of()),
                                paid.getOrDefault(number, List.of()),
                                leave);
                    })
                    .toList();
            var numbered = new ArrayList<Result>(results.size());
            for (var result : results) {
                numbered.add(result.numbered(result.excluded() ? 0 : ++sums.slips));
                sums.add(numbered.getLast());
                exceptions.addAll(result.exceptions);
            }
            copy.into(RESULTS, rows -> numbered.forEach(result -> write(rows, run, result)));
            var kinds = kindsToDate.before(earlier, after, last);
            copy.into(PayLineRows.COLUMNS, rows -> {
                var lines = new PayLineRows(rows, run, kinds);
                for (var result : numbered) lines.write(result.who, result.pay);
            });
            after = last;
        }
        exceptions.addAll(nobodys(run));
        exceptions.addAll(unpaidSalaries.exceptions(run));
        exceptions.addAll(lateTimeCards.exceptions(run));
        copyExceptions(run, exceptions);
        db.update("analyze pay_result, pay_line"); // thousands of new rows are read next, chunk by chunk
        var warnings = (int) exceptions.stream()
                .filter(exception -> !exception.kind().excludes())
                .count();
        run.calculated(terms(paying, scheme), sums.totals(warnings), runs.othersApproved(run), clock.instant());
    }

    private static Result result(
            PayRun run,
            PayScheme scheme,
            Candidate who,
            List<Work> works,
            List<Work> paid,
            LeaveBalances.Before leave) {
        var pay = PayCalculation.of(
                scheme, run.period(), who.person(), works, who.earlier().withPaid(paid));
        var leaveEarned = scheme.leaveYear().earned(who.annualLeaveHundredths(), run.period());
        var balance = leave.with(who.person().employeeNo(), leaveEarned, Math.toIntExact(pay.leaveTaken()));
        return new Result(who, pay, leaveEarned, balance, Exceptions.of(who, pay, scheme, run.currency), 0);
    }

    private List<Candidate> candidates(PayRun run, PayScheme scheme, String after) {
        var year = run.payDate.getYear();
        return db.list(
                Candidate.QUERY,
                Candidate::read,
                run.accountId,
                after,
                BATCH,
                year,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                run.id,
                run.month.minusMonths(1),
                scheme.salary().rule(),
                run.month,
                scheme.salary().rule(),
                scheme.fee().rule(),
                run.month);
    }

    /** Work of numbers that no employee has: somebody worked and would not be paid. */
    private List<PayException> nobodys(PayRun run) {
        return db.list(
                """
                select w.employee_no, count(*), count(w.card_id), min(w.day), max(w.day)
                from work w left join employee e on e.account_id = w.account_id and e.employee_no = w.employee_no
                where w.account_id = ? and w.pay_run_id is null and w.day <= ? and e.employee_no is null
                group by w.employee_no order by w.employee_no
                """,
                row -> new PayException(
                        Kind.EMPLOYEE_UNKNOWN,
                        row.getString(1),
                        "",
                        row.getInt(2) + " rows of work, " + row.getInt(3) + " of them time cards, " + row.getString(4)
                                + " to " + row.getString(5)),
                run.accountId,
                run.period().atEndOfMonth());
    }

    private static void write(CopyRows rows, PayRun run, Result result) {
        var who = result.who;
        var pay = result.pay;
        var before = who.before();
        var leave = result.leave;
        rows.value(run.accountId)
                .value(run.month)
                .value(run.id)
                .value(who.person().employeeNo())
                .value(result.ordinal == 0 ? null : result.ordinal)
                .value(PaySlips.documentId(run, who.person().employeeNo()))
                .value(who.name())
                .value(who.email())
                .value(who.jobTitle())
                .value(who.address())
                .value(who.person().taxTable())
                .value(Employee.maskedTaxId(who.taxId()))
                .value(who.iban())
                .value(pay.minutes())
                .value(pay.overtimeMinutes())
                .value(pay.gross())
                .value(pay.beforeTax())
                .value(pay.taxable())
                .value(pay.tax())
                .value(pay.afterTax())
                .value(pay.reimbursements())
                .value(pay.net())
                .value(pay.employerCost())
                .value(who.person().holidayPayBasisPoints())
                .value(pay.holidayPay())
                .value(result.leaveEarned)
                .value(pay.leaveTaken())
                .value(leave.opening())
                .value(leave.earned())
                .value(leave.taken())
                .value(leave.savedOpening())
                .value(leave.savedTaken())
                .value(leave.savedExpires())
                .value(before.gross() + pay.gross())
                .value(before.taxable() + pay.taxable())
                .value(before.tax() + pay.tax())
                .value(before.net() + pay.net())
                .array(pay.works())
                .end();
    }

    private void copyExceptions(PayRun run, List<PayException> exceptions) {
        copy.into(
                "pay_exception (account_id, month, run_id, exception_no, kind, excludes, employee_no, name, detail)",
                rows -> {
                    var number = 0;
                    for (var exception : exceptions)
                        rows.value(run.accountId)
                                .value(run.month)
                                .value(run.id)
                                .value(++number)
                                .value(exception.kind())
                                .value(exception.kind().excludes())
                                .value(exception.employeeNo())
                                .value(exception.name())
                                .value(exception.detail())
                                .end();
                });
    }

    private static Terms terms(PaySettings paying, PayScheme scheme) {
        return new Terms(
                scheme.id(),
                scheme.version(),
                scheme.name(),
                scheme.example(),
                paying.employerName(),
                paying.employerAddress(),
                paying.organisationNo(),
                paying.contact(),
                paying.debtorIban(),
                paying.debtorBic(),
                paying.objectDays(),
                scheme.leaveYear().firstMonth());
    }

    private static final class Sums {
        private int employees;
        private int slips;
        private long gross;
        private long beforeTax;
        private long taxable;
        private long tax;
        private long afterTax;
        private long reimbursements;
        private long net;
        private long employerCost;

        private void add(Result result) {
            employees++;
            if (result.ordinal == 0) return;

            var pay = result.pay;
            gross += pay.gross();
            beforeTax += pay.beforeTax();
            taxable += pay.taxable();
            tax += pay.tax();
            afterTax += pay.afterTax();
            reimbursements += pay.reimbursements();
            net += pay.net();
            employerCost += pay.employerCost();
        }

        private Totals totals(int warnings) {
            return new Totals(
                    employees,
                    slips,
                    employees - slips,
                    warnings,
                    gross,
                    beforeTax,
                    taxable,
                    tax,
                    afterTax,
                    reimbursements,
                    net,
                    employerCost);
        }
    }
}
