package dev.callboard.report.run;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTest {
    @Test
    void one_range_of_bytes_is_served() {
        assertThat(ByteRange.wanted("bytes=0-99", null, "a", 1000)).isEqualTo(new ByteRange(0, 99));
        assertThat(ByteRange.wanted("bytes=900-", null, "a", 1000)).isEqualTo(new ByteRange(900, 999));
        assertThat(ByteRange.wanted("bytes=-100", null, "a", 1000)).isEqualTo(new ByteRange(900, 999));
        assertThat(ByteRange.wanted("bytes=990-5000", null, "a", 1000)).isEqualTo(new ByteRange(990, 999));
    }

    @Test
    void a_range_behind_the_end_is_outside() {
        assertThat(ByteRange.wanted("bytes=1000-", null, "a", 1000).outside()).isTrue();
        assertThat(ByteRange.wanted("bytes=-0", null, "a", 1000).outside()).isTrue();
    }

    @Test
    void what_is_not_understood_or_has_changed_is_served_whole() {
        assertThat(ByteRange.wanted(null, null, "a", 1000)).isNull();
        assertThat(ByteRange.wanted("bytes=5-4", null, "a", 1000)).isNull();
        assertThat(ByteRange.wanted("bytes=0-1,5-6", null, "a", 1000)).isNull();
        assertThat(ByteRange.wanted("lines=0-1", null, "a", 1000)).isNull();
        assertThat(ByteRange.wanted("bytes=-", null, "a", 1000)).isNull();
        assertThat(ByteRange.wanted("bytes=0-99", "\"b\"", "a", 1000)).isNull();
        assertThat(ByteRange.wanted("bytes=0-99", "\"a\"", "a", 1000)).isNotNull();
    }
}
