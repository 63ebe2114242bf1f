package dev.callboard.kit.database;

import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.problem.ProblemBody;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

import static dev.callboard.kit.problem.CommonProblem.CONFLICT;
import static dev.callboard.kit.problem.CommonProblem.INTERNAL;
import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.PRECONDITION_FAILED;
import static dev.callboard.kit.problem.CommonProblem.UNAVAILABLE;

/** A database that is away, slow or full is a 503 that says when to come back; only a mistake of ours is a 500. */
final class DatabaseProblems {
    /** SQLSTATE, ISO/IEC 9075-2: a class, and one of its codes. */
    private static final String DATA_EXCEPTION = "22";

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    @ServerExceptionMapper({
        DatabaseFailure.class,
        PersistenceException.class,
        RollbackException.class,
        QuarkusTransactionException.class
    })
    public Response failed(Exception failure, UriInfo address) {
        var problem = problem(failure);
        var answer = Response.status(problem.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemBody.of(problem, address.getRequestUri().getPath()));
        if (problem.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, 1);
        return answer.build();
    }

    private static Problem problem(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return problem;
            // Somebody was quicker between our check of If-Match and our commit.
            if (cause instanceof OptimisticLockException)
                return PRECONDITION_FAILED.because(PRECONDITION_FAILED.title());
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                if (refused.getSQLState().equals(UNIQUE_VIOLATION))
                    return CONFLICT.because("Somebody did the same at the same moment: read it again");
                if (refused.getSQLState().startsWith(DATA_EXCEPTION))
                    return INVALID.because("A value cannot be stored (expected: text without NUL, instants and"
                            + " numbers within the range of the database)");
            }
        }
        if (Infrastructure.failedIn(failure)) {
            LOG.warnf("The database: %s", failure.getMessage());
            return UNAVAILABLE.because("The database cannot be reached at the moment");
        }
        LOG.error("A statement failed", failure);
        return INTERNAL.because("It has been recorded. Ask with the trace id.");
    }
}
