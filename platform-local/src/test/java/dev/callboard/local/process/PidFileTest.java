package dev.callboard.local.process;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTest {
    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void a_process_is_found_again_by_number_and_birth() {
        var pidFile = new PidFile(folder.resolve("run/kafka.pid"));

        pidFile.write(process.toHandle(), "INT");

        assertThat(pidFile.living()).contains(process.toHandle());
        assertThat(pidFile.stopSignal()).isEqualTo("INT");
    }

    @Test
    void a_foreign_process_that_got_the_number_later_is_not_ours_and_not_signalled() throws IOException {
        var pidFile = new PidFile(folder.resolve("kafka.pid"));
        pidFile.write(process.toHandle(), "TERM");
        String[] words = Files.readString(pidFile.file()).split(" ");
        Files.writeString(pidFile.file(), words[0] + " born-on-another-day TERM\n");

        Child.clearStale(pidFile);

        assertThat(pidFile.living()).isEmpty();
        assertThat(process.isAlive()).isTrue();
        assertThat(pidFile.file()).doesNotExist();
    }

    @Test
    void a_process_of_ours_that_was_left_behind_is_ended() {
        var pidFile = new PidFile(folder.resolve("kafka.pid"));
        pidFile.write(process.toHandle(), "TERM");

        Child.clearStale(pidFile);

        assertThat(process.toHandle().isAlive()).isFalse();
    }

    @Test
    void half_a_file_names_nobody() throws IOException {
        var pidFile = new PidFile(folder.resolve("kafka.pid"));
        Files.writeString(pidFile.file(), Long.toString(process.pid()));

        assertThat(pidFile.living()).isEmpty();
    }
}
