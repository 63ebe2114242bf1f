package dev.callboard.project.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for what. */
final class Dependencies {
    private Dependencies() {}

    /**
     * Of {1 → 2, 2 → 3, 3 → 2} the cycle is [2, 3, 2].
     *
     * @param waitsFor what each one waits for; what is waited for and not a key waits for nothing
     * @return the first cycle found, its first element repeated at the end
     */
    static <T> Optional<List<T>> cycle(Map<T, List<T>> waitsFor) {
        var finished = new HashSet<T>();
        for (var start : waitsFor.keySet()) {
            if (finished.contains(start)) continue;

            // depth first without recursion: a plan may have 100,000 activities in one chain
            var path = new LinkedHashSet<T>();
            var rest = new ArrayDeque<Iterator<T>>();
            path.add(start);
            rest.push(waitsFor.getOrDefault(start, List.of()).iterator());
            while (!rest.isEmpty()) {
                if (!rest.peek().hasNext()) {
                    rest.pop();
                    finished.add(path.removeLast());
                    continue;
                }
                var next = rest.peek().next();
                if (path.contains(next)) return Optional.of(closed(path, next));
                if (finished.contains(next)) continue;
                path.add(next);
                rest.push(waitsFor.getOrDefault(next, List.of()).iterator());
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> closed(LinkedHashSet<T> path, T again) {
        var cycle = new ArrayList<>(path);
        cycle = new ArrayList<>(cycle.subList(cycle.indexOf(again), cycle.size()));
        cycle.add(again);
        return cycle;
    }
}
