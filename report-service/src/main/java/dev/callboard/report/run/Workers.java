package dev.callboard.report.run;

import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The threads that draw: platform threads, one per core. Drawing is arithmetic and hardly waits, so more of them
 * would only take turns; a chunk waits for the database and the disk on a thread of its own. One more is kept for what
 * somebody waits for, previews and documents that are asked for: the cores share it among the others for a moment.
 */
@ApplicationScoped
public class Workers {
    @ConfigMapping(prefix = "callboard.render")
    interface Settings {
        /** Threads that draw in this instance; as many as there are cores if not set. */
        OptionalInt workers();
    }

    private static final int WAITING_PREVIEWS = 1_000;

    /**
     * Chunks that are loaded, drawn or committed at a time: one is drawn while another waits. The tasks of all instances
     * may come to this one, and each chunk that is begun is in memory and wants a connection.
     */
    private static final int AT_HAND_PER_THREAD = 2;

    /** Half of the connections that an instance may have: the others are for who asks. */
    private static final int MOST_AT_HAND = 12;

    @Inject
    Settings settings;

    private int threads;
    private ExecutorService chunks;
    private ExecutorService pool;
    private Turns reserved;

    @PostConstruct
    void start() {
        threads = settings.workers().orElseGet(() -> Runtime.getRuntime().availableProcessors());
        chunks = Executors.newFixedThreadPool(
                Math.max(threads, Math.min(MOST_AT_HAND, AT_HAND_PER_THREAD * threads)),
                Thread.ofPlatform().name("chunk-", 1).daemon().factory());
        pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("render-", 1).daemon().factory());
        reserved = new Turns("preview", WAITING_PREVIEWS);
    }

    /**
     * On the thread that no run has.
     *
     * @param whose the account or the project it is of: they take turns, so that one that asks for many delays its own
     * @throws dev.callboard.kit.problem.Problem UNAVAILABLE, when so many wait for it that it would take seconds
     */
    public <T> T preview(UUID whose, Callable<T> drawing) {
        try {
            var task = new FutureTask<>(drawing);
            reserved.add(whose, task);
            return answerOf(task);
        } catch (RejectedExecutionException full) {
            throw CommonProblem.UNAVAILABLE.because("Too many previews at the same time");
        }
    }

    int threads() {
        return threads;
    }

    /**
     * All of a chunk, from its rows to its commit, on a thread that may wait: meanwhile those that draw have another's.
     * What is too many waits for its turn unread.
     */
    void take(Runnable chunk) {
        chunks.execute(chunk);
    }

    /** On one of the threads that draw, when it is its turn. */
    <T> T draw(Callable<T> drawing) {
        return answerOf(pool.submit(drawing));
    }

    private static <T> T answerOf(Future<T> drawing) {
        try {
            return drawing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.UNAVAILABLE.because("This instance ends");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            if (failed.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** What is not drawn by then is drawn by another instance. */
    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        chunks.shutdown();
        reserved.end();
        if (!chunks.awaitTermination(5, TimeUnit.SECONDS)) chunks.shutdownNow();
        pool.shutdownNow();
    }
}
