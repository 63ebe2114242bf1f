import java.util.List;

/** SplitMix64 with a fixed seed: the same numbers on every JDK, for ever. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** From 0 to {@code bound} − 1. */
    int below(int bound) {
        state += 0x9e3779b97f4a7c15L;
        var z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return (int) Long.remainderUnsigned(z, bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
