package dev.callboard.project.activity;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTest {
    @Test
    void a_cycle_is_shown_with_the_way_round() {
        var waitsFor = new LinkedHashMap<Integer, List<Integer>>();
        waitsFor.put(1, List.of(2));
        waitsFor.put(2, List.of(3));
        waitsFor.put(3, List.of(2));

        assertThat(Dependencies.cycle(waitsFor)).contains(List.of(2, 3, 2));
    }

    @Test
    void what_waits_for_itself_is_a_cycle() {
        assertThat(Dependencies.cycle(Map.of(1, List.of(1)))).contains(List.of(1, 1));
    }

    @Test
    void two_ways_to_the_same_activity_are_no_cycle() {
        assertThat(Dependencies.cycle(Map.of(1, List.of(2, 3), 2, List.of(4), 3, List.of(4))))
                .isEmpty();
    }

    @Test
    void a_chain_of_a_hundred_thousand_is_walked() {
        var chain = new LinkedHashMap<Integer, List<Integer>>();
        for (int i = 0; i < 100_000; i++) chain.put(i, List.of(i + 1));
        assertThat(Dependencies.cycle(chain)).isEmpty();

        chain.put(100_000, List.of(0));

        assertThat(Dependencies.cycle(chain).orElseThrow()).hasSize(100_002);
    }
}
