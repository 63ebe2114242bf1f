package dev.callboard.kit.database;

import java.sql.SQLException;

/** A statement failed; the cause says why. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
