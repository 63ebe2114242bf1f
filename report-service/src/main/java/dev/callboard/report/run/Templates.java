package dev.callboard.report.run;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.report.logo.Logos;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.Recent;
import dev.callboard.report.render.Template;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * The kinds that can be printed, with the compiled templates of this instance, and the prefixes of all versions that
 * documents were ever drawn with.
 */
@ApplicationScoped
class Templates {
    /**
     * What many documents begin with.
     *
     * @param digest SHA-256 after these bytes, to be cloned and carried on
     */
    record Prefix(String blob, byte[] bytes, MessageDigest digest) {
        /** The whole document. */
        byte[] with(byte[] tail) {
            var document = Arrays.copyOf(bytes, bytes.length + tail.length);
            System.arraycopy(tail, 0, document, bytes.length, tail.length);
            return document;
        }

        /** SHA-256 of the whole document. */
        byte[] digestWith(byte[] tail) {
            try {
                return ((MessageDigest) digest.clone()).digest(tail);
            } catch (CloneNotSupportedException sha256Can) {
                throw new IllegalStateException(sha256Can);
            }
        }
    }

    /** Between the name of a prefix, which has no dot, and the beginning of the SHA-256 of its bytes. */
    private static final char CONTENT = '.';

    /**
     * Templates with a logo, of all accounts. Each holds the picture (up to 512 KiB) and a prefix for each set of fonts
     * (60 KiB, with a logo up to 316): with the largest logos and two sets of fonts some 36 MiB of a heap of 448.
     */
    private static final int COMPILED = 32;

    /** Bytes of prefixes: of some 60 KiB each, with a logo up to 316. */
    private static final long PREFIXES = 16L << 20;

    /** @param logo its SHA-256; null: none */
    private record Compiled(
            ReportKind kind, Language language, @Nullable String logo) {}

    @Inject
    BlobStore blobs;

    @Inject
    Logos logos;

    private final Map<ReportKind, Printing<?>> printings;
    private final ConcurrentMap<Compiled, Template<?>> plain = new ConcurrentHashMap<>();
    private final Recent<Compiled, Template<?>> withLogo = new Recent<>(COMPILED);
    private final Recent<String, Prefix> prefixes = new Recent<>(PREFIXES, prefix -> prefix.bytes.length);

    /** @param printings one for each kind */
    @Inject
    Templates(@All List<Printing<?>> printings) {
        this.printings = printings.stream().collect(toMap(Printing::kind, identity()));
    }

    Printing<?> printing(ReportKind kind) {
        return printings.get(kind);
    }

    @SuppressWarnings("unchecked") // a template is kept under the kind, language and logo that it was made for
    <T> Template<T> template(Printing<T> printing, Language language, @Nullable Picture logo) {
        var compiled = new Compiled(printing.kind(), language, logo == null ? null : logo.sha256());
        if (logo != null) return (Template<T>) withLogo.get(compiled, _ -> printing.template(language, logo));
        return (Template<T>) plain.computeIfAbsent(compiled, _ -> printing.template(language, null));
    }

    /** With the logo that the run was begun with. */
    <T> Template<T> template(Printing<T> printing, ReportRun run) {
        var logo = run.logo == null ? null : logos.get(run.accountId, run.logo);
        return template(printing, run.language, logo);
    }

    /**
     * Of {@link #of}, without the picture: it is read and decoded by who draws first, not in the transaction that adds the
     * run, which may not wait for up to 80 MB.
     */
    String versionOf(ReportRun run) {
        var plain = template(printing(run.kind), run.language, null).version();
        return run.logo == null ? plain : Template.versionWithLogo(plain, run.logo);
    }

    /** The one that the run's documents are drawn with here and now, whatever version they were drawn with before. */
    Template<?> of(ReportRun run) {
        return template(printing(run.kind), run);
    }

    /**
     * Stored before this returns, so before any archive that refers to it. Its name says what is in it: where two builds
     * make other bytes of one version (another compressor is enough), each of their documents stands behind its own.
     */
    Prefix stored(Template<?> template, String prefix) {
        return prefixes.get(folder(template) + prefix, name -> {
            var made = of(name, template.prefix(prefix));
            var blob = name + CONTENT + HexFormat.of().formatHex(made.digestWith(new byte[0]), 0, 8);
            if (!blobs.exists(blob)) blobs.put(blob, out -> out.write(made.bytes));
            return new Prefix(blob, made.bytes, made.digest);
        });
    }

    /** Of a document that was drawn, by whichever version. */
    Prefix read(String blob) {
        return prefixes.get(blob, name -> {
            try (var in = blobs.get(name)) {
                return of(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Name of a prefix as this instance's template knows it; null for one whose bytes are not those that it makes. */
    @Nullable
    String prefixOf(Template<?> template, String blob) {
        var folder = folder(template);
        if (!blob.startsWith(folder)) return null;

        var content = blob.indexOf(CONTENT, folder.length());
        var name = blob.substring(folder.length(), content < 0 ? blob.length() : content);
        var own = stored(template, name);
        return own.blob.equals(blob) || Arrays.equals(own.bytes, read(blob).bytes) ? name : null;
    }

    private static String folder(Template<?> template) {
        return "templates/" + template.version() + "/";
    }

    private static Prefix of(String blob, byte[] bytes) {
        var digest = sha256();
        digest.update(bytes);
        return new Prefix(blob, bytes, digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
