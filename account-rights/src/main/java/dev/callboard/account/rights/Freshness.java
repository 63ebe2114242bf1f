package dev.callboard.account.rights;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How old the local copy may be. Every few seconds it notes where account-events ends; once this service's consumer
 * group has nothing unread before a note, the copy holds everything that was published before the note was made. With
 * Kafka away no note is passed, so the age grows, as it should. Measured for the group, not for this instance: one that
 * reads no partition is as fresh as those that do.
 */
@ApplicationScoped
class Freshness {
    /** DESIGN 4: with more lag than this, money and payroll writes answer 503. */
    private static final Duration OLDEST = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(Freshness.class);

    /** The machine's own steps, not the platform's clock: a lag is a duration, and the clock may be set. */
    private record Note(long nanoTime, Map<TopicPartition, Long> ends) {}

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @ConfigProperty(name = "mp.messaging.incoming.account-rights.topic")
    String topic;

    @ConfigProperty(name = "mp.messaging.incoming.account-rights.group.id")
    String group;

    /** Nothing is known at the start: how long this instance was away cannot be told before the first look. */
    volatile long freshAsOf = System.nanoTime() - OLDEST.plusSeconds(1).toNanos();

    private volatile boolean stopped;

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("rights-freshness").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** @throws Problem RIGHTS_UNKNOWN */
    void require() {
        var age = Duration.ofNanos(System.nanoTime() - freshAsOf);
        if (age.compareTo(OLDEST) > 0)
            throw CommonProblem.RIGHTS_UNKNOWN.because(
                    "Members' rights are %d s old here (expected: at most %d); try again"
                            .formatted(age.toSeconds(), OLDEST.toSeconds()));
    }

    private void watch() {
        while (!stopped) {
            try (var reader = new KafkaConsumer<byte[], byte[]>(configuration())) {
                lookUntilItFails(reader);
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.debugf("How far %s is behind cannot be told: %s", group, e.getMessage());
                if (!pause()) return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void lookUntilItFails(KafkaConsumer<byte[], byte[]> reader) throws InterruptedException {
        var note = note(reader);
        while (!stopped) {
            if (isPassed(note, reader)) {
                freshAsOf = note.nanoTime();
                note = note(reader);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Note note(KafkaConsumer<byte[], byte[]> reader) {
        var at = System.nanoTime();
        var partitions = reader.partitionsFor(topic, PATIENCE).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .collect(Collectors.toSet());
        return new Note(at, reader.endOffsets(partitions, PATIENCE));
    }

    /** Looks for a record between the group's offset and the end: the offsets alone also count transaction markers. */
    private boolean isPassed(Note note, KafkaConsumer<byte[], byte[]> reader) {
        var partitions = new HashSet<>(note.ends().keySet());
        var committed = reader.committed(partitions, PATIENCE);
        var first = reader.beginningOffsets(partitions, PATIENCE);
        for (var partition : partitions) {
            var reached = committed.get(partition);
            var from = reached == null ? first.get(partition) : Long.valueOf(reached.offset());
            if (hasRecord(partition, from, note.ends().get(partition), reader)) return false;
        }
        return true;
    }

    private static boolean hasRecord(
            TopicPartition partition, long from, long end, KafkaConsumer<byte[], byte[]> reader) {
        if (from >= end) return false;

        reader.assign(Set.of(partition));
        reader.seek(partition, from);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (reader.position(partition, PATIENCE) < end) {
            for (var unread : reader.poll(Duration.ofMillis(200)).records(partition)) return unread.offset() < end;
            if (System.nanoTime() > deadline) return true;
        }
        return false;
    }

    private Map<String, Object> configuration() {
        var configuration = new HashMap<>(broker);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return configuration;
    }
}
