package dev.callboard.report.run;

import dev.callboard.report.payroll.payrun.PaySlips;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlipTemplate;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

import static dev.callboard.report.run.RunProblem.NOTHING_TO_PRINT;
import static dev.callboard.report.run.RunProblem.PAY_RUN_UNKNOWN;

/** The slips of an approved pay run, which no longer change: they need no snapshot. */
@ApplicationScoped
class PaySlipPrinting implements Printing<PaySlip> {
    @Inject
    PaySlips slips;

    @Override
    public ReportKind kind() {
        return ReportKind.PAY_SLIPS;
    }

    @Override
    public Template<PaySlip> template(Language language, @Nullable Picture logo) {
        return new PaySlipTemplate(language, logo);
    }

    /**
     * @throws dev.callboard.kit.problem.Problem INVALID, PAY_RUN_UNKNOWN, PAY_RUN_NOT_APPROVED, NOTHING_TO_PRINT,
     *     EMPLOYER_NOT_PRINTABLE
     */
    @Override
    public Selected select(Wanted wanted, UUID runId) {
        var payRun = wanted.requiredPayRun();
        var printable = slips.printable(payRun).orElseThrow(() -> PAY_RUN_UNKNOWN.of(payRun));
        if (printable.slips() == 0)
            throw NOTHING_TO_PRINT.because(
                    "slips of the pay run for " + printable.period() + ": 0 (expected: 1 or more)");
        printable.employer().mustBePrintable(); // some were approved before approvals asked for it

        var period = printable.period();
        return new Selected(printable.accountId(), period.atDay(1), period.toString(), payRun, printable.slips());
    }

    @Override
    public List<Named> named(Selected selected, List<String> employeeNos) {
        return named(slips.named(selected.source(), employeeNos));
    }

    @Override
    public List<Numbered<PaySlip>> load(ReportRun run, List<Integer> ordinals) {
        return slips.load(run.sourceId, ordinals, run.language).stream()
                .map(numbered -> new Numbered<>(
                        numbered.ordinal(),
                        numbered.slip().employee().number(),
                        UUID.fromString(numbered.slip().documentId()),
                        numbered.slip()))
                .toList();
    }

    @Override
    public List<Named> names(ReportRun run, List<Integer> ordinals) {
        return named(slips.names(run.sourceId, ordinals));
    }

    private static List<Named> named(List<PaySlips.Named> slips) {
        return slips.stream()
                .map(named -> new Named(named.ordinal(), named.employeeNo(), named.name(), named.documentId()))
                .toList();
    }
}
