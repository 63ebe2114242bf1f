package dev.callboard.acceptance.pay;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances draw the slips of the demo's pay run once more; one of them is killed while they do. */
@Order(101)
class KilledWorkerTest {
    private final DemoWalk walk = DemoWalk.played();

    @Test
    void the_run_ends_done_with_every_item_once() throws IOException {
        walk.platform().scale("report-service", 2);
        var eva = walk.who("eva");
        var asked =
                Map.of("kind", "pay-slips", "payRun", walk.payRun().substring("/pay-runs/".length()), "format", "PDF");
        var run = "/report-runs/" + eva.post("/report-runs", asked).mustBe(202).field("id");
        var seen = await("some are drawn")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> eva.get(run).mustBe(200).json(),
                        json -> json.get("done").asInt() > 0);

        long killed = walk.platform().kill("report-service");

        assertThat(seen.get("done").asInt())
                .as("drawn of %d when pid %d was killed", seen.get("items").asInt(), killed)
                .isLessThan(seen.get("items").asInt());
        var end = await("the run has ended")
                .atMost(Duration.ofMinutes(3))
                .until(() -> eva.get(run).json(), json -> json.hasNonNull("finishedAt"));
        assertThat(end.get("state").asText()).isEqualTo("DONE");
        assertThat(end.get("failed").asInt()).isZero();
        assertThat(end.get("done").asInt()).isEqualTo(end.get("items").asInt());
        assertThat(eva.items(run + "/items"))
                .extracting((JsonNode item) -> item.get("item").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, end.get("items").asInt())
                                .boxed()
                                .toList());
        assertThat(archived(eva.get(run + "/archive").mustBe(200).bytes()))
                .hasSize(end.get("items").asInt());
        walk.platform().awaitRestart("report-service", killed);
    }

    private static HashSet<String> archived(byte[] zip) throws IOException {
        var file = Files.write(Path.of("target", "second-run.zip"), zip);
        try (var read = new ZipFile(file.toFile())) {
            var names = new HashSet<String>();
            read.stream().forEach(entry -> assertThat(names.add(entry.getName()))
                    .as("%s is in the archive once", entry.getName())
                    .isTrue());
            return names;
        } finally {
            Files.delete(file);
        }
    }
}
