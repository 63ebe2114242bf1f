package dev.callboard.report.payroll.leave;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request for leave as its resource shows it.
 *
 * @param daysHundredths Mondays to Fridays, in hundredths of days
 * @param endedBy who approved, refused or withdrew it
 * @param reason of a refusal
 */
record LeaveRequestView(
        UUID id,
        UUID accountId,
        String employeeNo,
        LocalDate from,
        LocalDate to,
        LeaveKind kind,
        int daysHundredths,
        String note,
        LeaveState state,
        UUID askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable UUID endedBy,
        @Nullable String endedByName,
        @Nullable Instant endedAt,
        @Nullable String reason,
        List<String> allowed) {

    static LeaveRequestView of(LeaveRequest request, LeaveStanding standing) {
        return new LeaveRequestView(
                request.id,
                request.accountId,
                request.employeeNo,
                request.firstDay,
                request.lastDay,
                request.kind,
                LeaveLedger.workingDays(request.firstDay, request.lastDay),
                request.note,
                request.state,
                request.askedBy,
                request.askedByName,
                request.askedAt,
                request.endedBy,
                request.endedByName,
                request.endedAt,
                request.reason,
                request.allowed(standing));
    }
}
