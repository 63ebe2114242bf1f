package dev.callboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTest {
    private final Result result = new Result("Slips", "writer", "µs");

    @Test
    void the_columns_of_a_table_stand_under_one_another() {
        result.row("Callboard", 113);
        result.row("OpenPDF", 5066);

        assertThat(result.text()).contains("""
                | writer    |   µs |
                | --------- | ---- |
                | Callboard |  113 |
                | OpenPDF   | 5066 |
                """);
    }

    @Test
    void a_failure_is_in_both_records(@TempDir Path folder) throws IOException {
        result.figure("cpuMicros", 113.4);
        result.failure("two pages");

        result.record(folder, "render");

        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (file.toString().endsWith(".md")) {
                    assertThat(file).content().contains("FAILED: two pages");
                } else {
                    var json = new ObjectMapper().readTree(file.toFile());
                    assertThat(json.get("sound").asBoolean()).isFalse();
                    assertThat(json.at("/figures/cpuMicros").asDouble()).isEqualTo(113.4);
                }
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**.md").isDirectoryContaining("glob:**.json");
    }

    @Test
    void a_record_says_nothing_about_whose_machine_it_was() {
        assertThat(result.text())
                .contains("cores")
                .doesNotContain(System.getProperty("user.home"))
                .doesNotContain(System.getProperty("user.dir"));
    }
}
