package dev.callboard.report.run;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.payroll.payrun.PayRegisters;
import dev.callboard.report.payroll.payrun.PaySlips;
import dev.callboard.report.render.DocumentId;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PayRegister;
import dev.callboard.report.render.PayRegisterTemplate;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;
import static dev.callboard.report.run.RunProblem.PAY_RUN_UNKNOWN;

/** One document: the register of an approved pay run, which no longer changes. */
@ApplicationScoped
class PayRegisterPrinting implements Printing<PayRegister> {
    @Inject
    PaySlips slips;

    @Inject
    PayRegisters registers;

    @Override
    public ReportKind kind() {
        return ReportKind.PAY_REGISTER;
    }

    @Override
    public Template<PayRegister> template(Language language, @Nullable Picture logo) {
        return new PayRegisterTemplate(language, logo);
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID, PAY_RUN_UNKNOWN, PAY_RUN_NOT_APPROVED, NOTHING_TO_PRINT */
    @Override
    public Selected select(Wanted wanted, UUID runId) {
        var payRun = wanted.requiredPayRun();
        var printable = slips.printable(payRun).orElseThrow(() -> PAY_RUN_UNKNOWN.of(payRun));
        if (printable.slips() == 0)
            throw NOTHING_TO_PRINT.because(
                    "slips of the pay run for " + printable.period() + ": 0 (expected: 1 or more)");

        var period = printable.period();
        return new Selected(printable.accountId(), period.atDay(1), period.toString(), payRun, 1);
    }

    @Override
    public List<Numbered<PayRegister>> load(ReportRun run, List<Integer> ordinals) {
        var named = names(run, ordinals).getFirst();
        var register = registers.of(run.sourceId, named.documentId());
        return List.of(new Numbered<>(named.ordinal(), named.subject(), named.documentId(), register));
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return List.of(new Named(1, run.span(), "", DocumentId.of(kind().word(), run.sourceId.toString())));
    }

    @Override
    public List<String> columns() {
        return List.of(
                "employee_no",
                "name",
                "hours",
                "gross",
                "benefits",
                "before_tax",
                "taxable_base",
                "tax",
                "after_tax",
                "reimbursed",
                "net");
    }

    @Override
    public void rows(PayRegister register, Table table) {
        for (var row : register.rows()) {
            var sums = row.sums();
            table.text(row.number())
                    .text(row.name())
                    .money(Math.floorDiv(sums.minutes() * 100 + 30, 60))
                    .money(sums.gross())
                    .money(sums.benefits())
                    .money(sums.beforeTax())
                    .money(sums.taxable())
                    .money(sums.tax())
                    .money(sums.afterTax())
                    .money(sums.reimbursed())
                    .money(sums.net())
                    .end();
        }
    }
}
