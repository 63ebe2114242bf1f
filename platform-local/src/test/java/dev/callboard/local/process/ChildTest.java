package dev.callboard.local.process;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildTest {
    @TempDir
    Path folder;

    private final BlockingQueue<String> journal = new LinkedBlockingQueue<>();
    private Child child;

    /** A component that is a line of shell. */
    private record Shell(String line, boolean ready, Duration patience) implements Component {
        @Override
        public String component() {
            return "shell";
        }

        @Override
        public String instance() {
            return "shell-1";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public String build() {
            return "";
        }

        @Override
        public Launch launch() {
            return Launch.of(List.of("/bin/sh", "-c", line));
        }
    }

    private Child child(String line, boolean ready) {
        child = new Child(shell(line, ready), folder, journal::add);
        return child;
    }

    private static Shell shell(String line, boolean ready) {
        return new Shell(line, ready, Duration.ofMinutes(1));
    }

    @AfterEach
    void end() {
        if (child != null) child.stop();
    }

    @Test
    void a_killed_child_is_started_again() throws InterruptedException {
        child("exec sleep 60", true).start();
        var first = child.process().orElseThrow();

        first.destroyForcibly();

        assertThat(journal.poll(1, TimeUnit.MINUTES)).contains("shell-1 died");
        assertThat(journal.poll(1, TimeUnit.MINUTES)).contains("shell-1 is ready again");
        assertThat(child.process().orElseThrow().pid()).isNotEqualTo(first.pid());
        assertThat(child.state()).isEqualTo(Child.State.READY);
        assertThat(child.restarts()).isEqualTo(1);
    }

    @Test
    void a_stopped_child_stays_stopped() throws InterruptedException {
        child("exec sleep 60", true).start();
        var process = child.process().orElseThrow();

        child.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(child.state()).isEqualTo(Child.State.STOPPED);
        assertThat(journal.poll(600, TimeUnit.MILLISECONDS)).isNull();
        assertThat(folder.resolve("run/shell-1.pid")).doesNotExist();
    }

    @Test
    void what_a_killed_supervisor_left_is_cleared_before_the_next_start() {
        child("exec sleep 60", true).start();
        var orphan = child.process().orElseThrow();
        var next = new Child(shell("exec sleep 60", true), folder, journal::add);

        next.start();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(next.process()).isPresent();
        next.stop();
    }

    @Test
    void a_child_that_ends_at_once_is_named_with_its_last_words() {
        child("echo the disk is on fire; exit 3", false);

        assertThatThrownBy(child::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("shell-1 ended at once with exit 3: the disk is on fire")
                .hasMessageContaining("shell-1.log");
    }

    @Test
    void a_child_that_is_never_ready_is_ended_and_named() {
        child = new Child(new Shell("exec sleep 60", false, Duration.ofMillis(300)), folder, journal::add);

        assertThatThrownBy(child::start).isInstanceOf(StartFailure.class).hasMessageContaining("was not ready after");

        assertThat(child.process()).isEmpty();
        assertThat(folder.resolve("run/shell-1.pid")).doesNotExist();
    }

    @Test
    void a_start_that_is_under_way_can_be_stopped() throws InterruptedException {
        child = new Child(new Patient(), folder, journal::add);
        var starting = CompletableFuture.runAsync(() -> assertThatThrownBy(child::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("was stopped while it started"));
        while (child.state() != Child.State.STARTING) Thread.sleep(5);

        child.stop();

        assertThat(starting).succeedsWithin(Duration.ofMinutes(1));
        assertThat(child.process()).isEmpty();
    }

    /** Never ready, and in no hurry. */
    private static final class Patient implements Component {
        private final Shell shell = shell("exec sleep 60", false);

        @Override
        public String component() {
            return shell.component();
        }

        @Override
        public String instance() {
            return shell.instance();
        }

        @Override
        public int port() {
            return shell.port();
        }

        @Override
        public String build() {
            return shell.build();
        }

        @Override
        public Launch launch() {
            return shell.launch();
        }

        @Override
        public boolean ready() {
            return false;
        }
    }
}
