package dev.callboard.report.room;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * A number of mebibytes that many take and give back. Who waits gets them in turns: after each of somebody's comes one of
 * everybody else who waits. Nobody overtakes because little is enough for him, so what is large has its turn, too. Who
 * has something already gets no more than makes a half: what others take never waits for one who gives nothing back.
 */
final class Lane {
    private static final class Waiting {
        final int mebibytes;
        boolean granted;

        Waiting(int mebibytes) {
            this.mebibytes = mebibytes;
        }
    }

    private final int all;
    private int free;
    private int waits;

    /** By whom it was taken; who has nothing is not in it. */
    private final Map<Object, Integer> had = new HashMap<>();

    /** By whom they are for; who was served is put at the end. */
    private final Map<Object, Queue<Waiting>> waiting = new LinkedHashMap<>();

    Lane(int mebibytes) {
        all = mebibytes;
        free = mebibytes;
    }

    /**
     * @param mebibytes of which all that there are do for what is larger: it is made alone
     * @return what was taken, to be given back; 0: it waited in vain
     */
    synchronized int take(Object whose, int mebibytes, Duration patience) throws InterruptedException {
        var mine = new Waiting(Math.min(mebibytes, all));
        waiting.computeIfAbsent(whose, _ -> new ArrayDeque<>()).add(mine);
        waits++;
        grant();
        try {
            var end = System.nanoTime() + patience.toNanos();
            long left;
            while (!mine.granted && (left = end - System.nanoTime()) > 0) NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException ended) {
            if (mine.granted) giveBack(whose, mine.mebibytes);
            throw ended;
        } finally {
            if (!mine.granted) leave(whose, mine);
        }
        return mine.granted ? mine.mebibytes : 0;
    }

    synchronized void giveBack(Object whose, int mebibytes) {
        free += mebibytes;
        had.computeIfPresent(whose, (_, before) -> before == mebibytes ? null : before - mebibytes);
        grant();
    }

    synchronized int taken() {
        return all - free;
    }

    synchronized int waiting() {
        return waits;
    }

    private void leave(Object whose, Waiting mine) {
        var queue = waiting.get(whose);
        queue.remove(mine);
        if (queue.isEmpty()) waiting.remove(whose);
        waits--;
        grant(); // what is behind may be smaller
    }

    private void grant() {
        for (Object whose; (whose = turn()) != null; ) {
            var queue = waiting.get(whose);
            var next = queue.element();
            if (next.mebibytes > free) return;

            free -= next.mebibytes;
            had.merge(whose, next.mebibytes, Integer::sum);
            waits--;
            next.granted = true;
            queue.remove();
            waiting.remove(whose);
            if (!queue.isEmpty()) waiting.put(whose, queue);
            notifyAll();
        }
    }

    /** Who is passed over keeps his place before those who are served. */
    private @Nullable Object turn() {
        for (var each : waiting.entrySet()) {
            int before = had.getOrDefault(each.getKey(), 0);
            if (before == 0 || before + each.getValue().element().mebibytes <= all / 2) return each.getKey();
        }
        return null;
    }
}
