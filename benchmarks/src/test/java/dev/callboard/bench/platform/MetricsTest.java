package dev.callboard.bench.platform;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricsTest {
    private final Metrics metrics = new Metrics(List.of(
            "# TYPE callboard_render_cpu_seconds_total counter",
            "callboard_render_cpu_seconds_total{step=\"draw\"} 1.5",
            "callboard_render_cpu_seconds_total{step=\"load\"} 0.25",
            "callboard_render_cpu_seconds_total{step=\"draw\"} 2.0E1",
            "callboard_render_cpu_seconds_max{step=\"draw\"} 9.0"));

    @Test
    void what_all_instances_say_is_added() {
        assertThat(metrics.sum("callboard_render_cpu_seconds_total", "step=\"draw\""))
                .isEqualTo(21.5);
    }

    @Test
    void what_nobody_says_is_not_taken_for_nothing() {
        assertThatThrownBy(() -> metrics.sum("callboard_render_cpu_seconds_total", "step=\"store\""))
                .hasMessageContaining("step=\"store\"");
    }
}
