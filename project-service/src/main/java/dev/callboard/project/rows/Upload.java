package dev.callboard.project.rows;

import dev.callboard.kit.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static dev.callboard.project.ProjectProblem.INVALID_ROWS;

/**
 * A list that somebody sends, received whole before a transaction begins: who sends slowly holds a file and no connection
 * of the database.
 */
public final class Upload implements AutoCloseable {
    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    /** @throws Problem INVALID_ROWS when the body ends before its end */
    public static Upload received(InputStream body) {
        try {
            var upload = new Upload(Files.createTempFile("callboard-upload", ".csv"));
            try (var out = Files.newOutputStream(upload.file)) {
                body.transferTo(out);
                return upload;
            } catch (IOException cutOff) {
                upload.close();
                throw INVALID_ROWS.because("The upload was cut off (expected: the whole body)");
            }
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    public InputStream content() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
