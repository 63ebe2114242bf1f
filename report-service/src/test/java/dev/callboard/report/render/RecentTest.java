package dev.callboard.report.render;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {
    private final List<String> made = new ArrayList<>();

    private String get(Recent<String, String> recent, String key) {
        return recent.get(key, _ -> {
            made.add(key);
            return key;
        });
    }

    @Test
    void what_was_used_longest_ago_is_made_again() {
        var recent = new Recent<String, String>(2);
        for (var key : List.of("Vinterljus", "The Salt Road", "Vinterljus", "Slussen", "Vinterljus", "The Salt Road"))
            assertThat(get(recent, key)).isEqualTo(key);

        assertThat(made).containsExactly("Vinterljus", "The Salt Road", "Slussen", "The Salt Road");
    }

    @Test
    void what_is_large_leaves_room_for_fewer_others() {
        var recent = new Recent<String, String>(10, String::length);
        for (var key : List.of("aaa", "bbb", "ccc", "aaa", "dddddddd", "aaa")) get(recent, key);

        assertThat(made).containsExactly("aaa", "bbb", "ccc", "dddddddd", "aaa");
    }

    @Test
    void what_is_larger_than_all_together_may_be_is_made_and_not_kept() {
        var recent = new Recent<String, String>(10, String::length);
        for (int i = 0; i < 2; i++) assertThat(get(recent, "more than ten")).isEqualTo("more than ten");

        assertThat(made).hasSize(2);
    }
}
