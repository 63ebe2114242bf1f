package dev.callboard.report.payroll.payrun;

import dev.callboard.kit.database.Database;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.rule.Pay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The results of a run by employee number, and the exceptions beside them. Read page by page, however many there are. */
@ApplicationScoped
class Register {
    private static final int PAGE = 2_000;

    /**
     * @param slip number; null for who is excluded
     * @param benefitsMinor received in kind: in the taxable base, and not in the net
     */
    record Entry(
            String employeeNo,
            String name,
            @Nullable String slip,
            long minutes,
            long overtimeMinutes,
            long grossMinor,
            long benefitsMinor,
            long beforeTaxMinor,
            long taxableMinor,
            long taxMinor,
            long afterTaxMinor,
            long reimbursementsMinor,
            long netMinor,
            long employerCostMinor,
            long yearToDateGrossMinor,
            long yearToDateTaxMinor,
            long yearToDateNetMinor) {}

    /** @param sources time cards and hours rows behind the line */
    record Line(
            String section,
            @Nullable String corrects,
            String production,
            String costCode,
            String rule,
            String text,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            long quantity,
            String unit,
            long rateMinor,
            BigDecimal factor,
            long amountMinor,
            List<UUID> sources) {}

    /** @param number of the line on its slip, from 1 */
    record NumberedLine(int number, Line line) {}

    record ExceptionRow(int number, String kind, boolean excludes, String employeeNo, String name, String detail) {}

    @Inject
    Database db;

    List<Entry> page(PayRun run, String after, int limit) {
        return db.list("""
                select * from pay_result
                where account_id = ? and month = ? and run_id = ? and employee_no > ?
                order by employee_no limit ?
                """, row -> entry(run, row), run.accountId, run.month, run.id, after, limit);
    }

    List<Line> lines(PayRun run, String employeeNo) {
        return db.list("""
                select * from pay_line where account_id = ? and month = ? and run_id = ? and employee_no = ?
                order by line_no
                """, Register::line, run.accountId, run.month, run.id, employeeNo);
    }

    /** Of one slip, in their order. @param after number of the line before them */
    List<NumberedLine> lines(OwnPaySlips.OwnPaySlip slip, int after, int limit) {
        return db.list(
                """
                select * from pay_line
                where account_id = ? and month = ? and run_id = ? and employee_no = ? and line_no > ?
                order by line_no limit ?
                """,
                row -> new NumberedLine(row.getInt("line_no"), line(row)),
                slip.accountId(),
                slip.period().atDay(1),
                slip.payRunId(),
                slip.employeeNo(),
                after,
                limit);
    }

    List<ExceptionRow> exceptions(PayRun run, int after, int limit) {
        return db.list(
                """
                select exception_no, kind, excludes, employee_no, name, detail from pay_exception
                where account_id = ? and month = ? and run_id = ? and exception_no > ?
                order by exception_no limit ?
                """,
                row -> new ExceptionRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                run.accountId,
                run.month,
                run.id,
                after,
                limit);
    }

    /** The slips alone, with the account that each is paid to. */
    void eachPayment(PayRun run, Payment payment) {
        var after = 0;
        while (true) {
            var last = new int[] {after};
            db.list(
                    """
                    select slip_ordinal, employee_no, name, iban, net_minor from pay_result
                    where account_id = ? and month = ? and run_id = ? and slip_ordinal > ?
                    order by slip_ordinal limit ?
                    """,
                    row -> {
                        last[0] = row.getInt(1);
                        payment.of(row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
                        return last;
                    },
                    run.accountId,
                    run.month,
                    run.id,
                    after,
                    PAGE);
            if (last[0] == after) return;
            after = last[0];
        }
    }

    @FunctionalInterface
    interface Payment {
        void of(String employeeNo, String name, String iban, long netMinor);
    }

    /** Who is excluded is among them, marked: run totals, payment file and journal are the sums of the others. */
    void writeTo(PayRun run, Table table) {
        table.header(
                "employee_no",
                "name",
                "slip",
                "excluded",
                "hours",
                "overtime_hours",
                "gross",
                "benefits",
                "deductions_before_tax",
                "taxable",
                "tax",
                "deductions_after_tax",
                "reimbursements",
                "net",
                "employer_cost",
                "ytd_gross",
                "ytd_tax",
                "ytd_net",
                "currency");
        each(run, entry -> {
            table.text(entry.employeeNo)
                    .text(entry.name)
                    .text(entry.slip == null ? "" : entry.slip)
                    .text(entry.slip == null ? "yes" : "no")
                    .number(hours(entry.minutes))
                    .number(hours(entry.overtimeMinutes))
                    .money(entry.grossMinor)
                    .money(entry.benefitsMinor)
                    .money(entry.beforeTaxMinor)
                    .money(entry.taxableMinor)
                    .money(entry.taxMinor)
                    .money(entry.afterTaxMinor)
                    .money(entry.reimbursementsMinor)
                    .money(entry.netMinor)
                    .money(entry.employerCostMinor)
                    .money(entry.yearToDateGrossMinor)
                    .money(entry.yearToDateTaxMinor)
                    .money(entry.yearToDateNetMinor)
                    .text(run.currency)
                    .end();
        });
    }

    void writeExceptionsTo(PayRun run, Table table) {
        table.header("employee_no", "name", "kind", "excluded", "detail");
        var after = 0;
        List<ExceptionRow> rows;
        while (!(rows = exceptions(run, after, PAGE)).isEmpty()) {
            for (var row : rows)
                table.text(row.employeeNo)
                        .text(row.name)
                        .text(row.kind)
                        .text(row.excludes ? "yes" : "no")
                        .text(row.detail)
                        .end();
            after = rows.getLast().number;
        }
    }

    private void each(PayRun run, Consumer<Entry> entry) {
        var after = "";
        List<Entry> entries;
        while (!(entries = page(run, after, PAGE)).isEmpty()) {
            entries.forEach(entry);
            after = entries.getLast().employeeNo;
        }
    }

    /** Minutes are multiples of three: exact in hundredths of an hour. */
    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static Entry entry(PayRun run, ResultSet row) throws SQLException {
        var number = row.getString("employee_no");
        return new Entry(
                number,
                row.getString("name"),
                row.getObject("slip_ordinal") == null ? null : PaySlips.number(run.period(), number),
                row.getLong("minutes"),
                row.getLong("overtime_minutes"),
                row.getLong("gross_minor"),
                Pay.benefitsOf(
                        row.getLong("gross_minor"), row.getLong("before_tax_minor"), row.getLong("taxable_minor")),
                row.getLong("before_tax_minor"),
                row.getLong("taxable_minor"),
                row.getLong("tax_minor"),
                row.getLong("after_tax_minor"),
                row.getLong("reimbursements_minor"),
                row.getLong("net_minor"),
                row.getLong("employer_cost_minor"),
                row.getLong("ytd_gross_minor"),
                row.getLong("ytd_tax_minor"),
                row.getLong("ytd_net_minor"));
    }

    private static Line line(ResultSet row) throws SQLException {
        var corrects = row.getObject("corrects", LocalDate.class);
        return new Line(
                row.getString("section"),
                corrects == null ? null : YearMonth.from(corrects).toString(),
                row.getString("production"),
                row.getString("cost_code"),
                row.getString("rule"),
                row.getString("text"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("quantity"),
                row.getString("unit"),
                row.getLong("rate_minor"),
                BigDecimal.valueOf(row.getInt("factor"), 4),
                row.getLong("amount_minor"),
                List.of((UUID[]) row.getArray("sources").getArray()));
    }
}
