package dev.callboard.report.payroll.leave;

import dev.callboard.kit.database.Database;

import java.util.UUID;

/**
 * Nobody else books, adjusts or asks for leave in the account, or approves a pay run, until the caller's transaction is
 * over: two could overlap unseen, or leave could come into a period whose slips have just become fixed.
 */
public final class LeaveLock {
    private LeaveLock() {}

    public static void take(Database db, UUID accountId) {
        db.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 1, "leave/" + accountId);
    }
}
