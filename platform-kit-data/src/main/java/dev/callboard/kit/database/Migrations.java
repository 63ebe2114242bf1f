package dev.callboard.kit.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

import javax.sql.DataSource;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Brings the database up to date before anything else of the service runs: first the kit's tables, in a schema and with
 * a history of their own, then the service's. Several replicas may start together; one migrates, the others wait for it.
 */
@ApplicationScoped
class Migrations {
    /** Before consumers start (1000) and before any loop of the kit. */
    static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final String LOCK = "select pg_advisory_lock(hashtext('callboard-migrations'))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('callboard-migrations'))";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DataSource pool;

    @Inject
    Instance<Flyway> service;

    void run(@Observes @Priority(FIRST) StartupEvent start) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                migrate();
                return;
            } catch (SQLException e) {
                // A database that is just starting as well; a wrong password says so in the same way.
                if (System.nanoTime() > deadline)
                    throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
                LOG.infof("Waiting for the database: %s", e.getMessage());
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void migrate() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(LOCK);
            try {
                kit().migrate();
                for (var flyway : service) flyway.migrate();
            } finally {
                statement.execute(UNLOCK);
            }
        }
    }

    private Flyway kit() {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(pool)
                .schemas("kit")
                .table("schema_history")
                .resourceProvider(new KitScripts())
                .validateMigrationNaming(true)
                .load();
    }
}
