package dev.callboard.report.run;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The runs that somebody watches through this instance. One thread reads them all, however many streams there are; the
 * streams wait for it. While nobody watches it reads nothing.
 */
@ApplicationScoped
class WatchedRuns {
    private static final Logger LOG = Logger.getLogger(WatchedRuns.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** A stream's hold on a run. Close it. */
    interface Watch extends AutoCloseable {
        /** As it is when its version is another than that, or when the time is over. */
        ReportRun changed(long version, Duration atMost) throws InterruptedException;

        @Override
        void close();
    }

    private static final class Seen {
        private ReportRun run;
        private int streams;
    }

    @Inject
    ReportRuns runs;

    private final Map<UUID, Seen> watched = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition news = lock.newCondition();
    private Thread thread;

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("report-run-watch").daemon().start(this::work);
    }

    void stop(@Observes ShutdownEvent ending) {
        thread.interrupt();
    }

    Watch watch(ReportRun run) {
        lock.lock();
        try {
            var seen = watched.computeIfAbsent(run.id, _ -> new Seen());
            seen.streams++;
            if (seen.run == null || seen.run.version < run.version) seen.run = run;
            wanted.signal();
            return new OneStream(seen);
        } finally {
            lock.unlock();
        }
    }

    private final class OneStream implements Watch {
        private final Seen seen;

        OneStream(Seen seen) {
            this.seen = seen;
        }

        @Override
        public ReportRun changed(long version, Duration atMost) throws InterruptedException {
            var left = atMost.toNanos();
            lock.lock();
            try {
                while (seen.run.version == version && left > 0) left = news.awaitNanos(left);
                return seen.run;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (--seen.streams == 0) watched.remove(seen.run.id, seen);
            } finally {
                lock.unlock();
            }
        }
    }

    private void work() {
        try {
            while (true) {
                var ids = awaited();
                try {
                    tell(QuarkusTransaction.requiringNew().call(() -> runs.list("id in ?1", ids)));
                } catch (RuntimeException away) {
                    LOG.debug("the watched runs are read again in a moment", away);
                }
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
        } catch (InterruptedException ended) {
            // the service ends
        }
    }

    private List<UUID> awaited() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (watched.isEmpty()) wanted.await();
            return List.copyOf(watched.keySet());
        } finally {
            lock.unlock();
        }
    }

    private void tell(List<ReportRun> read) {
        lock.lock();
        try {
            for (var run : read) {
                var seen = watched.get(run.id);
                if (seen != null && seen.run.version < run.version) seen.run = run;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
