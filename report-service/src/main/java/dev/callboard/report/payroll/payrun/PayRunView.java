package dev.callboard.report.payroll.payrun;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A pay run as its two resources show it. Totals in minor units. */
record PayRunView(
        UUID id,
        UUID accountId,
        String period,
        LocalDate payDate,
        String currency,
        PayRun.State state,
        int calculation,
        Instant createdAt,
        UUID calculatedBy,
        @Nullable Instant calculatedAt,
        @Nullable UUID reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String failure,
        TotalsView totals,
        List<String> allowed) {

    record TotalsView(
            int employees,
            int slips,
            int exclusions,
            int warnings,
            long grossMinor,
            long benefitsMinor,
            long beforeTaxMinor,
            long taxableMinor,
            long taxMinor,
            long afterTaxMinor,
            long reimbursementsMinor,
            long netMinor,
            long employerCostMinor) {
        static TotalsView of(Totals totals) {
            return new TotalsView(
                    totals.employees(),
                    totals.slips(),
                    totals.exclusions(),
                    totals.warnings(),
                    totals.gross(),
                    totals.benefits(),
                    totals.beforeTax(),
                    totals.taxable(),
                    totals.tax(),
                    totals.afterTax(),
                    totals.reimbursements(),
                    totals.net(),
                    totals.employerCost());
        }
    }

    static PayRunView of(PayRun run) {
        return new PayRunView(
                run.id,
                run.accountId,
                run.period().toString(),
                run.payDate,
                run.currency,
                run.state,
                run.calculation,
                run.createdAt,
                run.calculatedBy,
                run.calculatedAt,
                run.reviewedBy,
                run.reviewedAt,
                run.approvedBy,
                run.approvedAt,
                run.releasedBy,
                run.releasedAt,
                run.failure,
                TotalsView.of(run.totals),
                run.allowed());
    }
}
