package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.rule.Section;
import dev.callboard.report.payroll.rule.Unit;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.render.DocumentId;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PaySlip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The slips of approved runs, for who prints them. They are numbered from 1 in the order of the employee numbers. */
@ApplicationScoped
public class PaySlips {
    /** A run that may be printed. */
    public record Printable(UUID payRunId, UUID accountId, YearMonth period, int slips, Employer employer) {}

    /** @param ordinal of the slip in its pay run */
    public record Numbered(int ordinal, PaySlip slip) {}

    /** Whose slip it is, without its figures. */
    public record Named(int ordinal, String employeeNo, String name, UUID documentId) {}

    @Inject
    Database db;

    @Inject
    PayRuns runs;

    @Inject
    PaySchemes schemes;

    @Inject
    Payroll payroll;

    /** {@code 2027-10-4711}. */
    static String number(YearMonth period, String employeeNo) {
        return period + "-" + employeeNo;
    }

    /**
     * From who pays whom for which period, and nothing that a calculation makes: the same slip calculated again has the
     * same bytes. Another account's is another, and so is the slip of the later period that corrects it. Before its
     * approval a run prints nothing, so no two papers of different content have one id.
     */
    static UUID documentId(PayRun run, String employeeNo) {
        return DocumentId.of("pay-slip/" + run.accountId + "/", number(run.period(), employeeNo));
    }

    /**
     * Empty for a run that the caller may not see.
     *
     * @throws dev.callboard.kit.problem.Problem PAY_RUN_NOT_APPROVED
     */
    @Transactional
    public Optional<Printable> printable(UUID payRunId) {
        var run = runs.findById(payRunId);
        if (run == null || !payroll.canUse(run.accountId)) return Optional.empty();
        run.mustBeApproved();

        return Optional.of(
                new Printable(run.id, run.accountId, run.period(), run.totals.slips(), run.terms.employer()));
    }

    /** Whether the people may see them. */
    public boolean released(UUID payRunId) {
        var run = runs.findById(payRunId);
        return run != null && run.state == PayRun.State.RELEASED;
    }

    /** In the order of the ordinals. Joins the caller's transaction. */
    public List<Numbered> load(UUID payRunId, List<Integer> ordinals, Language language) {
        var run = runs.findById(payRunId);
        var wanted = ordinals.toArray(Integer[]::new);
        var writer = new SlipOf(run, new SlipWords(language, schemes.get(run.terms.scheme())));
        return db.on(connection -> {
            var numbers = connection.createArrayOf("int4", wanted);
            var lines = new HashMap<String, List<SlipOf.Line>>(wanted.length * 2);
            try (var statement = connection.prepareStatement("""
                    select l.* from pay_result r
                    join pay_line l using (account_id, month, run_id, employee_no)
                    where r.account_id = ? and r.month = ? and r.run_id = ? and r.slip_ordinal = any(?)
                    order by r.slip_ordinal, l.line_no
                    """)) {
                bind(statement, run, numbers);
                try (var rows = statement.executeQuery()) {
                    while (rows.next())
                        lines.computeIfAbsent(rows.getString("employee_no"), _ -> new ArrayList<>(16))
                                .add(line(rows));
                }
            }
            var slips = new ArrayList<Numbered>(wanted.length);
            try (var statement = connection.prepareStatement("""
                    select * from pay_result
                    where account_id = ? and month = ? and run_id = ? and slip_ordinal = any(?) order by slip_ordinal
                    """)) {
                bind(statement, run, numbers);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) slips.add(slip(writer, rows, lines));
                }
            }
            return slips;
        });
    }

    private static void bind(PreparedStatement statement, PayRun run, Array numbers) throws SQLException {
        statement.setObject(1, run.accountId);
        statement.setObject(2, run.month);
        statement.setObject(3, run.id);
        statement.setArray(4, numbers);
    }

    public List<Named> names(UUID payRunId, List<Integer> ordinals) {
        return named(payRunId, "slip_ordinal = any(?)", "int4", ordinals.toArray());
    }

    /** The slips of those employees who have one, in the order of the ordinals. */
    public List<Named> named(UUID payRunId, List<String> employeeNos) {
        return named(payRunId, "employee_no = any(?) and slip_ordinal is not null", "text", employeeNos.toArray());
    }

    private List<Named> named(UUID payRunId, String which, String type, Object[] wanted) {
        var run = runs.findById(payRunId);
        return db.on(connection -> {
            var names = new ArrayList<Named>(wanted.length);
            try (var statement = connection.prepareStatement("""
                    select slip_ordinal, employee_no, name, document_id from pay_result
                    where account_id = ? and month = ? and run_id = ? and %s order by slip_ordinal
                    """.formatted(which))) {
                bind(statement, run, connection.createArrayOf(type, wanted));
                try (var rows = statement.executeQuery()) {
                    while (rows.next())
                        names.add(new Named(
                                rows.getInt(1), rows.getString(2), rows.getString(3), rows.getObject(4, UUID.class)));
                }
            }
            return names;
        });
    }

    private static Numbered slip(SlipOf writer, ResultSet row, Map<String, List<SlipOf.Line>> lines)
            throws SQLException {
        var result = new SlipOf.Result(
                row.getString("employee_no"),
                row.getString("document_id"),
                row.getString("name"),
                row.getString("job_title"),
                row.getString("address"),
                row.getString("tax_table"),
                row.getString("tax_id_masked"),
                row.getString("iban"),
                row.getLong("minutes"),
                row.getLong("overtime_minutes"),
                row.getLong("gross_minor"),
                row.getLong("taxable_minor"),
                row.getLong("tax_minor"),
                row.getLong("net_minor"),
                row.getLong("employer_cost_minor"),
                row.getInt("holiday_pay_bp"),
                row.getLong("holiday_pay_minor"),
                new Balance(
                        row.getInt("leave_opening"),
                        row.getInt("leave_year_earned"),
                        row.getInt("leave_year_taken"),
                        row.getInt("leave_saved_opening"),
                        row.getInt("leave_saved_taken"),
                        row.getObject("leave_saved_expires", LocalDate.class)),
                row.getLong("ytd_gross_minor"),
                row.getLong("ytd_taxable_minor"),
                row.getLong("ytd_tax_minor"),
                row.getLong("ytd_net_minor"));
        return new Numbered(
                row.getInt("slip_ordinal"), writer.slip(result, lines.getOrDefault(result.employeeNo(), List.of())));
    }

    private static SlipOf.Line line(ResultSet row) throws SQLException {
        return new SlipOf.Line(
                Section.valueOf(row.getString("section")),
                row.getObject("corrects", LocalDate.class),
                row.getString("production"),
                row.getString("cost_code"),
                row.getString("rule"),
                row.getString("text"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("days"),
                row.getLong("quantity"),
                Unit.valueOf(row.getString("unit")),
                row.getLong("rate_minor"),
                row.getInt("factor"),
                row.getLong("amount_minor"),
                row.getObject("ytd_minor", Long.class));
    }
}
