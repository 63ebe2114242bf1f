package dev.callboard.kit.http;

import dev.callboard.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PageRequestTest {
    private static PageRequest behind(String cursor) {
        var page = new PageRequest();
        page.cursor = cursor;
        return page;
    }

    @Test
    void the_place_in_a_numbered_list_is_a_number_from_0() {
        assertThat(behind("0").cursorNumber()).contains(0);
        assertThat(behind("2147483647").cursorNumber()).contains(Integer.MAX_VALUE);
        assertThat(behind(" ").cursorNumber()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2147483648", "+5", "2147483648", "99999999999", "5.0", "five", "٥"})
    void what_no_page_ends_with_is_refused_by_name(String cursor) {
        assertThatThrownBy(() -> behind(cursor).cursorNumber())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cursor: " + cursor);
    }
}
