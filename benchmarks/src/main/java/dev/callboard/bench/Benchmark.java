package dev.callboard.bench;

import java.nio.file.Path;

/** Measures one thing beside a peer or a limit in the same run, after checking what was produced. */
public interface Benchmark {
    /** The question that its table answers, in one line. */
    String question();

    /** @param home folder of the checkout */
    Result run(Path home) throws Exception;
}
