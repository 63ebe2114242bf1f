package dev.callboard.report.round;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A thread that looks for work whenever it is woken, and after each pause for what other instances left behind. A round
 * that fails costs a pause and never the thread: the database may be away for a while.
 */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final BooleanSupplier round;
    private final Duration pause;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;

    /**
     * @param name of the thread
     * @param round looks and works; true: there may be more, so the next one follows at once
     */
    public Rounds(String name, Duration pause, BooleanSupplier round) {
        this.round = round;
        this.pause = pause;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Interrupts the round it is at. */
    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** There may be work. */
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!stopped) {
                if (!makeOne()) news.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException ended) {
            // the service ends
        }
    }

    private boolean makeOne() throws InterruptedException {
        try {
            return round.getAsBoolean();
        } catch (RuntimeException away) {
            if (stopped) return true;
            LOG.warnf(away, "%s: tried again in %s", thread.getName(), pause);
            Thread.sleep(pause); // also if it is woken: what failed would fail again at once
            return true;
        }
    }
}
