package dev.callboard.kit.contract;

import dev.callboard.kit.contract.BoardFact.CallPosted;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.database.UnpooledConnections;
import dev.callboard.kit.messaging.Outbox;
import dev.callboard.kit.messaging.Relay;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class OutboxTest {
    private final UUID board = UUID.randomUUID();

    @Inject
    Outbox outbox;

    @Inject
    Relay relay;

    @Inject
    BoardConsumer reader;

    @Inject
    SuiteTopic topic;

    @Inject
    Database database;

    @Inject
    UnpooledConnections connections;

    @AfterEach
    void relays_again() {
        relay.resume();
    }

    @Test
    void what_is_committed_arrives_in_the_order_it_was_written() throws Throwable {
        var texts = IntStream.range(0, 600).mapToObj(Integer::toString).toList();
        for (var part = 0; part < 600; part += 100) {
            var from = part;
            QuarkusTransaction.requiringNew()
                    .run(() -> texts.subList(from, from + 100).forEach(this::append));
        }
        Await.until(() -> assertThat(reader.read(board)).isEqualTo(texts));
        Await.until(() -> assertThat(waiting()).isZero());
    }

    @Test
    void what_is_rolled_back_is_never_sent() throws Throwable {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    append("a mistake");
                    throw new IllegalStateException("on second thought");
                }))
                .hasMessage("on second thought");
        post("meant");
        Await.until(() -> assertThat(reader.read(board)).isEqualTo(List.of("meant")));
    }

    @Test
    void a_message_is_a_cloud_event_in_binary_mode() throws Throwable {
        post("20:00 Slussen");
        Await.until(() -> assertThat(topic.messages(board)).hasSize(1));

        var message = topic.messages(board).getFirst();
        assertThat(message.value()).isEqualTo("{\"boardId\":\"" + board + "\",\"text\":\"20:00 Slussen\"}");
        assertThat(message.headers())
                .extracting(header -> header.key())
                .contains("ce_id", "ce_time", "ce_specversion", "ce_source", "content-type");
        assertThat(new String(message.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("contract.BoardFact.CallPosted");
    }

    @Test
    void a_crash_between_commit_and_send_loses_nothing() throws Throwable {
        relay.pause();
        post("after the crash");
        assertThat(waiting()).isEqualTo(1);

        relay.resume();
        Await.until(() -> assertThat(reader.read(board)).containsExactly("after the crash"));
    }

    @Test
    void a_crash_between_send_and_delete_repeats_the_message_but_not_its_effect() throws Throwable {
        relay.pause();
        post("twice sent");
        try (var other = connections.open("other");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from kit.outbox for update"); // holds the delete up
            relay.resume();
            Await.until(() -> assertThat(reader.read(board)).containsExactly("twice sent"));
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% relay'");
            other.rollback();
        }
        Await.until(() -> assertThat(waiting()).isZero());
        Await.until(() -> assertThat(topic.messages(board)).hasSizeGreaterThanOrEqualTo(2));

        post("the end");
        Await.until(() -> assertThat(reader.read(board)).containsExactly("twice sent", "the end"));
    }

    @Test
    void a_relay_that_slept_while_another_took_over_is_fenced_off() throws Throwable {
        relay.pause();
        var database = this.database
                .first("select current_database()", row -> row.getString(1))
                .orElseThrow();
        try (var sleeper = topic.producer(Map.of("transactional.id", "relay-" + database))) {
            sleeper.initTransactions();
            sleeper.beginTransaction();
            sleeper.send(new ProducerRecord<>(SuiteTopic.NAME, board.toString(), "from the past"))
                    .get();
            relay.resume();
            post("from the one in charge");
            Await.until(() -> assertThat(reader.read(board)).containsExactly("from the one in charge"));
            assertThatThrownBy(sleeper::commitTransaction).isInstanceOf(ProducerFencedException.class);
            sleeper.close(Duration.ZERO);
        }
        assertThat(topic.messages(board)).hasSize(1);
    }

    @Test
    void a_database_that_drops_its_connections_is_found_again() throws Throwable {
        database.list(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                row -> row.getBoolean(1));
        Thread.sleep(1_100); // idle that long, a pooled connection is tested before it is lent

        post("back again");
        Await.until(() -> assertThat(reader.read(board)).containsExactly("back again"));
    }

    @Test
    void only_records_of_a_sealed_group_are_events() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(SuiteTopic.NAME, board, new Loose("just a text"))))
                .hasMessageContaining("Loose: not a record of a sealed group");
    }

    record Loose(String text) {}

    private void post(String text) {
        QuarkusTransaction.requiringNew().run(() -> append(text));
    }

    private void append(String text) {
        outbox.append(SuiteTopic.NAME, board, new CallPosted(board, text));
    }

    private int waiting() {
        return database.first("select count(*) from kit.outbox where key = ?", row -> row.getInt(1), board.toString())
                .orElseThrow();
    }
}
