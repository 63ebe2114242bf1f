package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Platform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import static org.awaitility.Awaitility.await;

/** Where a consumer stands in its topic, and standing it elsewhere. */
record ConsumerGroup(Platform platform, String name, String topic) {
    private static final int PARTITIONS = 4;

    static ConsumerGroup fundsCommands(Platform platform) {
        return new ConsumerGroup(platform, "account-service-funds-commands", "project-commands");
    }

    static ConsumerGroup fundsReplies(Platform platform) {
        return new ConsumerGroup(platform, "project-service-funds-replies", "account-events");
    }

    /** How many messages lie behind what was committed as read. Counted, as offsets also number the ends of transactions. */
    int unread() {
        var ends = ends();
        var committed = committed();
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrap(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (var reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(ends.keySet());
            committed.forEach(reader::seek);
            int found = 0;
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue()))
                found += reader.poll(Duration.ofMillis(100)).count();
            return found;
        }
    }

    private String bootstrap() {
        return "127.0.0.1:" + platform.port("kafka");
    }

    Map<TopicPartition, Long> ends() {
        return with(admin -> {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (int number = 0; number < PARTITIONS; number++)
                latest.put(new TopicPartition(topic, number), OffsetSpec.latest());
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        });
    }

    private Map<TopicPartition, Long> committed() {
        return with(admin -> {
            var committed = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, at) -> {
                        if (at != null && partition.topic().equals(topic)) committed.put(partition, at.offset());
                    });
            return committed;
        });
    }

    /** Everything from there on is delivered once more. Its service must be down; the group then empties. */
    void moveTo(Map<TopicPartition, Long> offsets) {
        var wanted = new HashMap<TopicPartition, OffsetAndMetadata>();
        offsets.forEach((partition, offset) -> wanted.put(partition, new OffsetAndMetadata(offset)));
        await("the group " + name + " has no member any more")
                .atMost(Duration.ofMinutes(2))
                .until(() -> with(admin -> admin.describeConsumerGroups(List.of(name))
                        .describedGroups()
                        .get(name)
                        .get()
                        .members()
                        .isEmpty()));
        with(admin -> admin.alterConsumerGroupOffsets(name, wanted).all().get());
    }

    void awaitAllRead() {
        await("the group " + name + " has read everything")
                .atMost(Duration.ofMinutes(3))
                .until(() -> unread() == 0);
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T with(Work<T> work) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            return work.with(admin);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
