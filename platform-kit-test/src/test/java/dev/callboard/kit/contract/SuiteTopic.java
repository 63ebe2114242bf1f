package dev.callboard.kit.contract;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The topic from outside, as any other program sees it. */
@ApplicationScoped
class SuiteTopic {
    static final String NAME = "suite-events";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /** Publishes past the outbox, as a publisher that repeats itself or is wrong does. */
    void publish(UUID key, Map<String, String> headers, String value) throws Exception {
        try (var producer = producer(Map.of())) {
            var record = new ProducerRecord<>(NAME, key.toString(), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    static Map<String, String> cloudEvent(UUID id, String type) {
        return Map.of(
                "content-type", "application/json",
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_type", type,
                "ce_source", "/suite",
                "ce_time", "2027-10-30T18:00:00Z");
    }

    KafkaProducer<String, String> producer(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", brokers);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** All committed messages of one key that are there now. */
    List<ConsumerRecord<String, String>> messages(UUID key) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", brokers, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(NAME).stream()
                    .map(info -> new TopicPartition(NAME, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.toString().equals(record.key())) found.add(record);
                });
            return found;
        }
    }
}
