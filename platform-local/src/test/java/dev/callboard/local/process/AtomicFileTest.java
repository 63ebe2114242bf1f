package dev.callboard.local.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void properties_are_read_back_as_they_were_written() throws IOException {
        var values = Map.of("payments.url", "http://127.0.0.1:28216", "mail.folder", "C:\\mail", "empty", "");

        AtomicFile.write(folder.resolve("endpoints.properties"), AtomicFile.text(values));

        assertThat(AtomicFile.properties(folder.resolve("endpoints.properties")))
                .isEqualTo(values);
    }

    @Test
    void a_secret_is_for_its_owner_only() throws IOException {
        AtomicFile.writeSecret(folder.resolve("secrets.properties"), "announce.secret=x\n");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothing_temporary_stays() throws IOException {
        AtomicFile.write(folder.resolve("clock"), "PT1H\n");
        AtomicFile.write(folder.resolve("clock"), "PT2H\n");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("clock"));
        }
        assertThat(folder.resolve("clock")).hasContent("PT2H\n");
    }
}
