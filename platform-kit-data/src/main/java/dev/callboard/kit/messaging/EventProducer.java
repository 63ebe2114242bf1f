package dev.callboard.kit.messaging;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Sends batches whole: consumers see all of one or, after a crash, all of it again. */
final class EventProducer implements AutoCloseable {
    static final Duration AT_ONCE = Duration.ofMillis(200);

    private final KafkaProducer<String, byte[]> kafka;
    private final EventTopics topics;
    private final String source;

    EventProducer(KafkaProducer<String, byte[]> kafka, EventTopics topics, String source) {
        this.kafka = kafka;
        this.topics = topics;
        this.source = source;
    }

    /** @throws org.apache.kafka.common.KafkaException if any of it may not have arrived; this producer is then spent */
    void send(List<OutboxRow> batch) {
        topics.ensure(batch.stream().map(OutboxRow::topic).toList());
        kafka.beginTransaction();
        for (var row : batch) {
            var value = row.payload().getBytes(StandardCharsets.UTF_8);
            kafka.send(new ProducerRecord<>(row.topic(), null, row.key(), value, CloudEvents.headers(row, source)));
        }
        kafka.commitTransaction(); // waits for every acknowledgement, or throws
    }

    /** An open transaction is not aborted here: the next producer of this id does that, and at once. */
    @Override
    public void close() {
        var interrupted = Thread.interrupted(); // or the producer would not wait for its own thread
        kafka.close(AT_ONCE);
        if (interrupted) Thread.currentThread().interrupt();
    }
}
