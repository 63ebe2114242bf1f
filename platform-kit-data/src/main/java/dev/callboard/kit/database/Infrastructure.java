package dev.callboard.kit.database;

import dev.callboard.kit.problem.Problem;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;

/** Tells a failure of the machinery, which passes when it is tried again, from one of the message or of our code. */
public final class Infrastructure {
    private Infrastructure() {}

    /** A lost connection, a lock, a time-out, a full pool: the same work can succeed later, unchanged. */
    public static boolean failedIn(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (passes(cause)) return true;
            for (var suppressed : cause.getSuppressed()) if (passes(suppressed)) return true;
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException _ -> true;
            case SQLException sql -> passes(sql);
            case IOException _, TimeoutException _ -> true;
            case OptimisticLockException _, PessimisticLockException _, LockTimeoutException _ -> true;
            case RollbackException rollback -> rollback.getCause() == null && rollback.getSuppressed().length == 0;
            case Problem problem -> problem.status() == 503 || problem.status() == 504;
            default -> false;
        };
    }

    /** Classes of SQLSTATE, PostgreSQL's appendix A. Agroal's own failures, such as a full pool, have none. */
    private static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null)
            return failure.getMessage() != null && failure.getMessage().contains("acquisition timeout");
        return state.startsWith("08") // connection
                || state.startsWith("40") // deadlock, serialisation
                || state.startsWith("53") // out of connections, memory or space
                || state.startsWith("57") // cancelled, shutting down, starting up
                || state.startsWith("58") // the server's own I/O
                || state.equals("25006") // a standby: the primary has moved
                || state.equals("55P03") // lock not available
                || state.equals("XX000");
    }
}
