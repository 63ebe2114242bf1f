package dev.callboard.report.render;

/**
 * A kind of document in one version, compiled once and then drawn from any number of threads.
 * A document is {@code prefix(tail.prefix())} followed by {@code tail.bytes()}. Its bytes depend on the version and the
 * item alone: never on a clock, a thread, the run or the documents drawn before.
 */
public interface Template<T> {
    /** Changes when the bytes of any document would: {@code pay-slip/1}. */
    String version();

    /** @throws DrawingFailed naming the value that cannot be set */
    Tail draw(T item);

    /**
     * The objects that many documents share: fonts, static content. There are few: one for each set of scripts that
     * occurs together.
     *
     * @param name from {@link Tail#prefix()}: letters, digits and hyphens
     */
    byte[] prefix(String name);
}
