package dev.callboard.gateway.upstream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Which of several well instances gets the next request. */
@FunctionalInterface
public interface BalancingPolicy {
    /** @param candidates never empty, in a stable order */
    Instance choose(List<Instance> candidates);

    /** One after the other: a b c a b c. */
    static BalancingPolicy roundRobin() {
        var turn = new AtomicInteger();
        return candidates -> candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
    }
}
