package dev.callboard.local.platform;

import dev.callboard.local.process.PidFile;
import dev.callboard.local.process.Ports;
import dev.callboard.local.process.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupervisorTest {
    @TempDir
    Path folder;

    private final List<String> journal = new ArrayList<>();

    private Supervisor supervisor(int port) {
        return new Supervisor(PlatformFolder.of(folder), port, Set.of(), journal::add, StartCaches.used());
    }

    private int freePort() {
        return new Ports(folder.resolve("ports-of-the-test.properties")).of("gateway");
    }

    @Test
    void a_taken_port_is_named_with_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> supervisor(taken.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void a_second_supervisor_on_the_same_folder_is_refused() throws IOException {
        try (var _ = supervisor(freePort())) {
            assertThatThrownBy(() -> supervisor(freePort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("another platform runs on " + folder);
        }
    }

    @Test
    void processes_of_a_killed_supervisor_are_cleared_first() throws IOException {
        var orphan = new ProcessBuilder("sleep", "60").start();
        new PidFile(folder.resolve("run/user-service-1.pid")).write(orphan.toHandle(), "TERM");

        try (var _ = supervisor(freePort())) {
            assertThat(orphan.toHandle().isAlive()).isFalse();
            assertThat(journal).containsExactly("cleared 1 processes of a platform that was killed");
        }
    }

    @Test
    void an_unknown_component_is_answered_with_the_known_ones() throws IOException {
        try (var supervisor = supervisor(freePort())) {
            assertThatThrownBy(() -> supervisor.scale("reprot-service", 2))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("reprot-service")
                    .hasMessageContaining("report-service");
            assertThatThrownBy(() -> supervisor.scale("postgres", 2)).hasMessageContaining("expected: 0 or 1");
            assertThatThrownBy(() -> supervisor.scale("report-service", -1)).hasMessageContaining("replicas: -1");
        }
    }

    @Test
    void the_table_lists_every_server_before_it_runs() throws IOException {
        try (var supervisor = supervisor(freePort())) {
            assertThat(supervisor.status())
                    .extracting(StatusRow::component)
                    .containsExactly("supervisor", "postgres", "kafka", "redis", "mail", "payments");
            assertThat(supervisor.status().stream().skip(1))
                    .extracting(StatusRow::state)
                    .containsOnly("stopped");
        }
    }
}
