package dev.callboard.report.document;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.render.DrawingFailed;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.Workers;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A document that was drawn for this one request. @param sha256 of its bytes, hexadecimal */
record Drawn(byte[] bytes, String sha256) {
    /**
     * @param locale {@code sv}; null: English
     * @throws dev.callboard.kit.problem.Problem INVALID for one that has no words
     */
    static Language language(@Nullable String locale) {
        if (locale == null) return Language.EN;
        return Language.of(locale)
                .orElseThrow(() ->
                        CommonProblem.INVALID.of("locale").field("locale", locale, Language.TAGS.replace("|", ", ")));
    }

    /**
     * On the thread that is kept for what somebody waits for, not on the request's own.
     *
     * @param whose the account or the project
     * @throws dev.callboard.kit.problem.Problem CONFLICT that names what cannot be set; UNAVAILABLE, see
     *     {@link Workers#preview}
     */
    static <T> Drawn of(Workers workers, UUID whose, Template<T> template, T item) {
        return workers.preview(whose, () -> of(template, item));
    }

    private static <T> Drawn of(Template<T> template, T item) {
        try {
            var tail = template.draw(item);
            var prefix = template.prefix(tail.prefix());
            var document = ByteBuffer.allocate(prefix.length + tail.bytes().length)
                    .put(prefix)
                    .put(tail.bytes())
                    .array();
            var digest = MessageDigest.getInstance("SHA-256").digest(document);
            return new Drawn(document, HexFormat.of().formatHex(digest));
        } catch (DrawingFailed failed) {
            throw CommonProblem.CONFLICT.because(failed.getMessage());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
