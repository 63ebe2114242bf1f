package dev.callboard.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What to do once the caller's transaction is committed: wake a worker, drop a cached value. Nothing that must not be lost. */
@ApplicationScoped
public class AfterCommit {
    @Inject
    TransactionSynchronizationRegistry transaction;

    /** Once per transaction and {@code what}, however often it is asked for. */
    public void once(Object what, Runnable action) {
        if (transaction.getResource(what) != null) return;

        transaction.putResource(what, Boolean.TRUE);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) action.run();
            }
        });
    }
}
