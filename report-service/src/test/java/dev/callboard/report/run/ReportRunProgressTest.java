package dev.callboard.report.run;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** How fast a run is and when it will end, by what is drawn so far. */
class ReportRunProgressTest {
    private static final Instant STARTED = Instant.parse("2027-11-19T13:00:00Z");

    private final ReportRun run = new ReportRun();

    @Test
    void before_the_first_chunk_is_sent_nothing_is_known() {
        run.items = 10_000;

        assertThat(run.reportsPerMinute(STARTED)).isZero();
        assertThat(run.estimatedEnd(STARTED)).isNull();
    }

    @Test
    void before_the_first_report_is_drawn_there_is_no_end_to_estimate() {
        run.items = 10_000;
        run.startedAt = STARTED;

        assertThat(run.reportsPerMinute(STARTED.plusSeconds(2))).isZero();
        assertThat(run.estimatedEnd(STARTED.plusSeconds(2))).isNull();
    }

    @Test
    void what_is_left_takes_as_long_as_what_is_drawn_or_failed() {
        run.items = 10_000;
        run.startedAt = STARTED;
        run.done = 2_400;
        run.failed = 100;

        // a quarter in 1.5 s: 100,000 a minute, the rest in three times as long
        assertThat(run.queued()).isEqualTo(7_500);
        assertThat(run.reportsPerMinute(STARTED.plusMillis(1_500))).isEqualTo(100_000);
        assertThat(run.estimatedEnd(STARTED.plusMillis(1_500))).isEqualTo(STARTED.plusMillis(6_000));
    }

    @Test
    void of_a_run_that_has_ended_both_stay_what_they_were() {
        run.items = 10_000;
        run.startedAt = STARTED;
        run.done = 10_000;
        run.finishedAt = STARTED.plusSeconds(6);

        assertThat(run.reportsPerMinute(STARTED.plusSeconds(3_600))).isEqualTo(100_000);
        assertThat(run.estimatedEnd(STARTED.plusSeconds(3_600))).isEqualTo(run.finishedAt);
    }

    @Test
    void a_run_within_a_millisecond_divides_by_nothing() {
        run.items = 3;
        run.startedAt = STARTED;
        run.done = 3;
        run.finishedAt = STARTED;

        assertThat(run.reportsPerMinute(STARTED)).isEqualTo(180_000);
    }
}
