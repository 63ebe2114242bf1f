package dev.callboard.kit.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * Large immutable things: media, archives, documents. Names are deterministic ({@code runs/018f…/chunk-0001}), so that
 * a repeated write is the same write. A name is one or more segments of {@code [A-Za-z0-9._-]}, parted by slashes.
 * Failures of the storage are {@link UncheckedIOException}.
 */
public interface BlobStore {
    /** Writes the content to the stream and does not close it. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** All or nothing: readers see the old content, if any, until the new is complete and durable. */
    void put(String name, Writer content);

    /**
     * @param from first byte, from 0
     * @param length number of bytes; less are returned at the end of the blob
     * @throws BlobMissing if there is none of that name
     */
    InputStream get(String name, long from, long length);

    default InputStream get(String name) {
        return get(name, 0, Long.MAX_VALUE);
    }

    /** @throws BlobMissing if there is none of that name */
    long length(String name);

    boolean exists(String name);

    /** Names that begin with {@code prefix}, in order. Close the stream. */
    Stream<String> list(String prefix);

    /** Of a name that does not exist: nothing happens. */
    void delete(String name);
}
