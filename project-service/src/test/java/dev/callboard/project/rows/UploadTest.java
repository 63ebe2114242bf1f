package dev.callboard.project.rows;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadTest {
    private static final byte[] ROWS = "email,given_name\nbo@norrsken.example,Bo\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_list_is_read_as_it_was_sent_and_leaves_nothing() throws IOException {
        var before = left();
        try (var upload = Upload.received(new ByteArrayInputStream(ROWS));
                var content = upload.content()) {
            assertThat(content.readAllBytes()).isEqualTo(ROWS);
        }
        assertThat(before).containsAll(left());
    }

    @Test
    void one_that_was_cut_off_is_refused_and_leaves_nothing() throws IOException {
        var before = left();
        var cutOff = new SequenceInputStream(new ByteArrayInputStream(ROWS), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> Upload.received(cutOff))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cut off");
        assertThat(before).containsAll(left());
    }

    private static Set<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("callboard-upload"))
                    .collect(toSet());
        }
    }
}
