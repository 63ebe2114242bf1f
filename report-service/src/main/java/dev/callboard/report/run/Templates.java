package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlipTemplate;
import dev.callboard.report.render.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled templates of this instance, and the prefixes of all versions that documents were ever drawn with. */
@ApplicationScoped
class Templates {
    /**
     * What many documents begin with.
     *
     * @param digest SHA-256 after these bytes, to be cloned and carried on
     */
    record Prefix(String blob, byte[] bytes, MessageDigest digest) {
        /** SHA-256 of the whole document. */
        byte[] digestWith(byte[] tail) {
            try {
                return ((MessageDigest) digest.clone()).digest(tail);
            } catch (CloneNotSupportedException sha256Can) {
                throw new IllegalStateException(sha256Can);
            }
        }
    }

    @Inject
    BlobStore blobs;

    private final Template<PaySlip> paySlips = new PaySlipTemplate();
    private final Map<String, Prefix> prefixes = new ConcurrentHashMap<>();

    Template<PaySlip> paySlips() {
        return paySlips;
    }

    /** Stored before this returns, so before any archive that refers to it. */
    Prefix stored(String prefix) {
        return prefixes.computeIfAbsent(blob(prefix), name -> {
            var bytes = paySlips.prefix(prefix);
            if (!blobs.exists(name)) blobs.put(name, out -> out.write(bytes));
            return of(name, bytes);
        });
    }

    /** Of a document that was drawn, by whichever version. */
    Prefix read(String blob) {
        return prefixes.computeIfAbsent(blob, name -> {
            try (var in = blobs.get(name)) {
                return of(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Names of prefixes as this version's template knows them; null for one of another version. */
    String prefixOfThisVersion(String blob) {
        var folder = blob("");
        return blob.startsWith(folder) ? blob.substring(folder.length()) : null;
    }

    private String blob(String prefix) {
        return "templates/" + paySlips.version() + "/" + prefix;
    }

    private static Prefix of(String blob, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return new Prefix(blob, bytes, digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
