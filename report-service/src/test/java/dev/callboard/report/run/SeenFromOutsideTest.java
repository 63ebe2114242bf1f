package dev.callboard.report.run;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.Norrsken;
import dev.callboard.report.run.RenderCpu.Step;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import static dev.callboard.report.Norrsken.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What an operator sees of the instances that draw: by the database, by the metrics, in the log. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class SeenFromOutsideTest {
    private static final long PATIENCE = 60;

    /** As in docs/operations.md. */
    private static final String DISPATCHING = """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('report-dispatch', 0)
            """;

    @Inject
    Database db;

    @Inject
    Instance instance;

    @ConfigProperty(name = "quarkus.management.port")
    int management;

    @Inject
    Vertx vertx;

    private final UUID arvid = UUID.randomUUID();

    @Test
    void the_database_says_which_instance_dispatches() {
        var named = QuarkusTransaction.requiringNew().call(() -> {
            db.list("select pg_advisory_xact_lock(hashtextextended('report-dispatch', 0))", _ -> 1);
            return QuarkusTransaction.requiringNew().call(() -> db.list(DISPATCHING, row -> row.getString(1)));
        });
        assertThat(named)
                .containsExactly(instance.name().substring(0, instance.name().indexOf('/')));
    }

    @Test
    void the_cores_that_draw_are_counted_by_what_they_do() {
        var before = Arrays.stream(Step.values()).map(this::seconds).toList();
        drawn(started());
        for (var step : Step.values()) eventually(() -> seconds(step), seconds -> seconds > before.get(step.ordinal()));
    }

    /** As it is scraped: operators' rules and the benchmarks have this name. */
    private double seconds(Step step) {
        var sample = "callboard_render_cpu_seconds_total{step=\"%s\""
                .formatted(step.name().toLowerCase(Locale.ROOT));
        return given().get("http://127.0.0.1:" + management + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void an_event_loop_that_is_held_is_told() throws Exception {
        try (var log = new LogOfHeldLoops()) {
            var told = new CountDownLatch(1);
            var held = new CompletableFuture<Boolean>();
            vertx.runOnContext(_ -> {
                try {
                    held.complete(told.await(PATIENCE, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    held.completeExceptionally(e);
                }
            });
            var warning = log.records.poll(PATIENCE, TimeUnit.SECONDS);
            told.countDown();
            assertThat(held.get(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(warning).isNotNull();
            assertThat(warning.getMessage()).contains("vert.x-eventloop-thread");
            assertThat(warning.getThrown()).isNotNull(); // where it stands
        }
    }

    @Test
    void no_event_loop_draws() {
        drawn(started()); // what is loaded once may take its time
        try (var log = new LogOfHeldLoops()) {
            var images = Stream.generate(this::started).limit(4).toList();
            for (var image : images) drawn(image);
            assertThat(log.records).noneMatch(said -> draws(said.getThrown()));
        }
    }

    /** Whether an event loop was seen in the work of the drawing threads; else it may only have had no core. */
    private static boolean draws(Throwable held) {
        return held != null
                && Arrays.stream(held.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("dev.callboard.report.render."));
    }

    /** Seconds of work for all threads that draw. */
    private String started() {
        return "/api/v1/renders/"
                + asArvid()
                        .contentType("application/json")
                        .body("{\"kind\": \"mandelbrot\", \"width\": 2048, \"height\": 2048, \"iterations\": 10000}")
                        .post("/api/v1/renders")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id");
    }

    private void drawn(String path) {
        eventually(() -> asArvid().get(path), it -> it.path("finishedAt") != null);
        asArvid().get(path + "/image").then().statusCode(200);
    }

    private RequestSpecification asArvid() {
        return Norrsken.as(arvid, "Arvid Lund");
    }

    /** Here half a second is long: on an event loop a task of rows, or of documents, would be told. */
    @Singleton
    static class ShortLimit implements VertxOptionsCustomizer {
        @Override
        public void accept(VertxOptions options) {
            options.setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                    .setMaxEventLoopExecuteTime(500)
                    .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                    .setBlockedThreadCheckInterval(50);
        }
    }

    /** What Vert.x says of event loops on which something takes longer than the limit. */
    private static final class LogOfHeldLoops extends Handler implements AutoCloseable {
        private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
        private final Logger logger = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

        LogOfHeldLoops() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord said) {
            records.add(said);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
