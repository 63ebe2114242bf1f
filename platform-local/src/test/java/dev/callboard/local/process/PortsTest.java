package dev.callboard.local.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void a_component_comes_back_on_its_old_port() {
        int before = new Ports(folder.resolve("ports.properties")).of("kafka");

        assertThat(new Ports(folder.resolve("ports.properties")).of("kafka")).isEqualTo(before);
    }

    @Test
    void an_old_port_that_somebody_took_meanwhile_is_replaced_for_good() throws IOException {
        int before = new Ports(folder.resolve("ports.properties")).of("kafka");

        try (var _ = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            int after = new Ports(folder.resolve("ports.properties")).of("kafka");

            assertThat(after).isNotEqualTo(before);
            assertThat(new Ports(folder.resolve("ports.properties")).of("kafka"))
                    .isEqualTo(after);
        }
    }

    @Test
    void two_components_never_share_a_port() {
        var ports = new Ports(folder.resolve("ports.properties"));

        assertThat(ports.of("smtp")).isNotEqualTo(ports.of("imap")).isBetween(20_000, 31_999);
    }
}
