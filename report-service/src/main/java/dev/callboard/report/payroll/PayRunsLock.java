package dev.callboard.report.payroll;

import dev.callboard.kit.database.Database;

import java.util.UUID;

/** Nobody else begins or approves a pay run of the account until the caller's transaction is over. */
public final class PayRunsLock {
    private PayRunsLock() {}

    public static void take(Database db, UUID accountId) {
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "pay-runs/" + accountId);
    }
}
