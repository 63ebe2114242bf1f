package dev.callboard.acceptance.pay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.acceptance.platform.Answer;
import dev.callboard.acceptance.platform.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The slips of the demo's pay run are drawn again while the instance that dispatches, a worker, Kafka and PostgreSQL are
 * killed, each during a run of its own, at a moment that a seed chooses. Another seed: {@code -Dacceptance.seed=N}.
 */
@Order(102)
class RunUnderKillsTest {
    private static final long SEED = Long.getLong("acceptance.seed", 20271018);

    private final DemoWalk walk = DemoWalk.played();
    private final Person eva = walk.who("eva");

    @Test
    void a_run_ends_with_the_same_documents_when_the_instance_that_dispatches_is_killed_as_it_does()
            throws SQLException {
        walk.platform().scale("report-service", 2);
        var undisturbed = checksums(ended(begun()));
        var moment = new Random(SEED).nextInt(undisturbed.size() / 2);
        String run;
        var killed = OptionalLong.empty();
        try (var coordinator = Coordinator.of(walk.platform())) {
            do { // a run may end between the look at it and the kill
                run = underWay(moment);
                killed = coordinator.kill();
            } while (killed.isEmpty());
        }
        ended(run);
        walk.platform().awaitRestart("report-service", killed.getAsLong());
        assertThat(checksums(run))
                .as("seed %d: pid %d killed at item %d", SEED, killed.getAsLong(), moment)
                .isEqualTo(undisturbed);
    }

    @Test
    void every_run_ends_with_the_documents_of_the_undisturbed_one() {
        var random = new Random(SEED);
        var undisturbed = checksums(ended(begun()));
        for (var victim : new String[] {"report-service", "kafka", "postgres"}) {
            var moment = random.nextInt(undisturbed.size() * 3 / 4);
            var run = underWay(moment);

            long killed = walk.platform().kill(victim);

            ended(run);
            walk.platform().awaitRestart(victim, killed);
            assertThat(checksums(run))
                    .as("seed %d: %s killed at item %d", SEED, victim, moment)
                    .isEqualTo(undisturbed);
        }
    }

    private String begun() {
        var asked =
                Map.of("kind", "pay-slips", "payRun", walk.payRun().substring("/pay-runs/".length()), "format", "PDF");
        return "/report-runs/" + eva.post("/report-runs", asked).mustBe(202).field("id");
    }

    /** One of which so many are drawn and some are not. A run that ended before we looked is let go. */
    private String underWay(int drawn) {
        for (int attempt = 1; attempt <= 5; attempt++) {
            var run = begun();
            var seen = await("%d are drawn".formatted(drawn))
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(5))
                    .until(
                            () -> eva.get(run).mustBe(200).json(),
                            json -> json.get("done").asInt() >= drawn);
            if (!seen.hasNonNull("finishedAt")) return run;
        }
        throw new AssertionError("five runs in a row ended before anything could be killed");
    }

    private String ended(String run) {
        var end = await("the run has ended")
                .atMost(Duration.ofMinutes(3))
                .until(() -> told(run), answer -> answer.map(it -> it.json().hasNonNull("finishedAt"))
                        .orElse(false))
                .orElseThrow()
                .json();
        assertThat(end.get("state").asText()).isEqualTo("DONE");
        assertThat(end.get("failed").asInt()).isZero();
        assertThat(end.get("done").asInt()).isEqualTo(end.get("items").asInt());
        return run;
    }

    /** Nothing while what it needs is away. */
    private Optional<Answer> told(String run) {
        try {
            return Optional.of(eva.get(run)).filter(answer -> answer.status() == 200);
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    /** By item; each is there once. */
    private TreeMap<Integer, String> checksums(String run) {
        var checksums = new TreeMap<Integer, String>();
        for (JsonNode item : eva.items(run + "/items?state=DONE")) {
            var before =
                    checksums.put(item.get("item").asInt(), item.get("sha256").asText());
            assertThat(before).as("item %s is there once", item).isNull();
        }
        return checksums;
    }
}
