package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;

import java.util.UUID;

/** Nobody else books or asks for leave in the account until the caller's transaction is over: two could overlap unseen. */
final class LeaveLock {
    private LeaveLock() {}

    static void take(Database db, UUID accountId) {
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "leave/" + accountId);
    }
}
