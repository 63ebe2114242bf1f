package dev.callboard.report.document;

import dev.callboard.kit.problem.Problem;
import dev.callboard.report.document.Question.Answer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuestionTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** A ledger of three pages with two entries each. */
    private static Answer ledger(String path) {
        assertThat(path).startsWith("/ledger?limit=200");
        if (path.endsWith("&cursor=2%2F3")) return page("{\"items\": [3, 4], \"next\": \"3/3\"}");
        if (path.endsWith("&cursor=3%2F3")) return page("{\"items\": [5, 6]}");
        return page("{\"items\": [1, 2], \"next\": \"2/3\"}");
    }

    private static Answer page(String json) {
        return new Answer(200, json.getBytes(UTF_8), null);
    }

    private static List<String> read(int longest, Duration patience) {
        var items = new ArrayList<String>();
        Question.each(QuestionTest::ledger, "/ledger", longest, patience, item -> items.add(item.toString()));
        return items;
    }

    @Test
    void a_list_is_read_page_by_page() {
        assertThat(read(5, HOUR)).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void a_list_that_is_too_long_is_left_after_the_page_that_says_so() {
        assertThatThrownBy(() -> read(4, HOUR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409))
                .hasMessageContaining("over 4 items");
    }

    @Test
    void all_pages_have_one_deadline() {
        assertThatThrownBy(() -> read(1_000, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }
}
