package dev.callboard.report.payroll.leave;

import java.time.LocalDate;

/** Days of one kind, the last included. */
record LeaveDays(LocalDate from, LocalDate to, LeaveKind kind) {
    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
