package dev.callboard.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

/**
 * A kind of document in one version, compiled once and then drawn from any number of threads.
 * A document is {@code prefix(tail.prefix())} followed by {@code tail.bytes()}. Its bytes depend on the version and the
 * item alone: never on a clock, a thread, the run or the documents drawn before.
 */
public interface Template<T> {
    String MEDIA_TYPE = "application/pdf";

    /** Changes when the bytes of any document would: {@code pay-slip/4-en}. */
    String version();

    /**
     * Of the same template with a logo: known before anybody has looked at the picture.
     *
     * @param version of the one without
     * @param sha256 of the logo's file
     */
    static String versionWithLogo(String version, String sha256) {
        return version + "-" + sha256.substring(0, 16);
    }

    /** @throws DrawingFailed naming the value that cannot be set */
    Tail draw(T item);

    /**
     * The objects that many documents share: fonts, static content. There are few: one for each set of scripts that
     * occurs together.
     *
     * @param name from {@link Tail#prefix()}: letters, digits and hyphens
     */
    byte[] prefix(String name);

    /**
     * Documents as one file, in their order; the shared objects are in it once. Written as it is read.
     *
     * @param prefixes of all the tails
     */
    void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out) throws IOException;
}
