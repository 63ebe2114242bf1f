package dev.callboard.kit.blob;

/** There is no blob of that name. */
public final class BlobMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BlobMissing(String name) {
        super("no blob " + name);
    }
}
