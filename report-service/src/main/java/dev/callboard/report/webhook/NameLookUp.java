package dev.callboard.report.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The addresses of a host, or a refusal in time: a resolver asks a name server that does not answer for longer than a
 * delivery may take, and cannot be interrupted. So it is asked on a thread that is left behind until it is done.
 */
final class NameLookUp {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Left behind or not. Platform threads: a resolver would hold on to the carrier of a virtual one. */
    private static final int THREADS = 32;

    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final ExecutorService threads;

    NameLookUp() {
        this(InetAddress::getAllByName, THREADS);
    }

    NameLookUp(Resolver resolver, int mostThreads) {
        this.resolver = resolver;
        threads = new ThreadPoolExecutor(
                0,
                mostThreads,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("webhook-names-", 1).daemon().factory());
    }

    /** @throws IOException for a host that is unknown, or not known in time */
    InetAddress[] of(String host) throws IOException {
        return of(host, LONGEST);
    }

    InetAddress[] of(String host, Duration longest) throws IOException {
        try {
            return threads.submit(() -> resolver.resolve(host)).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException late) {
            throw new IOException(
                    "url: " + host + " (expected: a host that is found in " + longest.toMillis() + " ms)", late);
        } catch (ExecutionException unknown) {
            throw new IOException("url: " + host + " (expected: a host that exists)", unknown.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("url: " + host + " (this instance ends)", ended);
        }
    }
}
