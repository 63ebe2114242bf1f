package dev.callboard.kit.contract;

import dev.callboard.kit.cache.Caches;
import dev.callboard.kit.cache.Versioned;
import dev.callboard.kit.contract.BoardFact.CallPosted;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.test.HungServer;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.kit.test.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What the others do while one of the servers is away. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class OutageTest {
    private final UUID board = UUID.randomUUID();

    @Inject
    Outbox outbox;

    @Inject
    BoardConsumer reader;

    @Inject
    Caches caches;

    @Inject
    DataSource pool;

    @Test
    void while_kafka_hangs_work_goes_on_and_its_events_go_out_afterwards() throws Throwable {
        try (var _ = HungServer.of("kafka")) {
            for (var text : new String[] {"one", "two", "three"})
                QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(SuiteTopic.NAME, board, new CallPosted(board, text)));
            Thread.sleep(3_000);
            assertThat(reader.read(board)).isEmpty();
        }
        Await.until(() -> assertThat(reader.read(board)).containsExactly("one", "two", "three"));
    }

    @Test
    void while_redis_hangs_reads_are_slower_and_right_and_what_it_missed_is_made_good() throws Throwable {
        var plans = caches.of("outage-plan", String.class, Duration.ofMinutes(1));
        var key = board.toString();
        plans.get(key, () -> new Versioned<>(1, "old"));
        try (var _ = HungServer.of("redis")) {
            assertThat(plans.invalidate(key, 2)).isFalse();
            assertThat(plans.get(key, () -> new Versioned<>(2, "new")).value()).isEqualTo("new");
        }
        Await.until(() -> {
            plans.get(key, () -> new Versioned<>(2, "new"));
            assertThat(plans.invalidate(key, 2))
                    .as("Redis takes invalidations again")
                    .isTrue();
        });
        assertThat(plans.get(key, () -> new Versioned<>(2, "new")).value()).isEqualTo("new");
    }

    @Test
    void what_nobody_waits_for_any_more_the_database_gives_up() throws Throwable {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var setting = statement.executeQuery("show statement_timeout")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo("5min");
        }
    }

    @Test
    void with_every_connection_taken_a_request_is_sent_away_with_503_instead_of_queueing() throws Throwable {
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < 16) taken.add(pool.getConnection());
            given().auth()
                    .oauth2(Tokens.user(UUID.randomUUID(), "ana@norrsken.example", "Ana"))
                    .contentType("application/json")
                    .body(Map.of("text", "no room"))
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/unavailable"));
        } finally {
            for (var connection : taken) connection.close();
        }
    }
}
