package dev.callboard.report.run;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * What waits for one thread, in turns: after each task of somebody comes one of everybody else who waits. A client that
 * asks for a hundred large documents delays its own.
 */
final class Turns {
    private final int most;
    private final Thread thread;

    /** By whom they are for; who was served is put at the end. */
    private final Map<Object, Queue<FutureTask<?>>> waiting = new LinkedHashMap<>();

    private int size;
    private boolean ended;

    /** @param most that wait, of all together */
    Turns(String name, int most) {
        this.most = most;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** @throws RejectedExecutionException when too many wait, or this has ended */
    synchronized void add(Object whose, FutureTask<?> task) {
        if (ended || size == most) throw new RejectedExecutionException(size + " wait");

        waiting.computeIfAbsent(whose, _ -> new ArrayDeque<>()).add(task);
        size++;
        notifyAll();
    }

    /** What waits by then is not done. */
    synchronized void end() {
        ended = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) next().run();
        } catch (InterruptedException ended) {
            // the service ends
        }
    }

    private synchronized FutureTask<?> next() throws InterruptedException {
        while (size == 0) wait();

        var whose = waiting.keySet().iterator().next();
        var tasks = waiting.remove(whose);
        var task = tasks.remove();
        if (!tasks.isEmpty()) waiting.put(whose, tasks);
        size--;
        return task;
    }
}
