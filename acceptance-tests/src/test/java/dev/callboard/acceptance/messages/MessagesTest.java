package dev.callboard.acceptance.messages;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.callboard.acceptance.platform.Platform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Last of all: every message that the other tests made the services send is a CloudEvent and fits its committed schema. */
@Order(Integer.MAX_VALUE - 1)
class MessagesTest {
    private static final List<String> TOPICS = List.of(
            "user-events", "account-events", "project-events", "project-commands", "report-events", "report-tasks");

    private final Platform platform = Platform.shared();
    private final Path schemas = platform.home().resolve("platform-contracts/src/main/resources/schemas");
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> known = new HashMap<>();

    @Test
    void every_message_is_a_cloud_event_that_fits_its_schema() {
        platform.register("Stina", "Hallberg"); // so that there is one, whichever tests ran before
        var messages = messages();

        var wrong = new TreeSet<String>();
        for (var message : messages) wrong.addAll(complaints(message));
        assertThat(messages).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_check_finds_a_message_that_does_not_fit() {
        var schema = schema("account.FundsCommand.CaptureFunds");

        assertThat(schema.validate("{\"sagaId\": \"none\"}", InputFormat.JSON)).isNotEmpty();
    }

    private List<String> complaints(ConsumerRecord<String, String> message) {
        var type = header(message, "ce_type");
        if (!Files.exists(file(type))) return List.of(message.topic() + ": no schema of " + type);
        var complaints = new ArrayList<String>();
        if (!header(message, "ce_specversion").equals("1.0")) complaints.add(type + ": no CloudEvent 1.0");
        if (header(message, "ce_source").isEmpty()) complaints.add(type + ": no source");
        if (message.key() == null) complaints.add(type + ": no key");
        assertThat(UUID.fromString(header(message, "ce_id"))).isNotNull();
        assertThat(Instant.parse(header(message, "ce_time"))).isNotNull();
        for (var wrong : schema(type).validate(message.value(), InputFormat.JSON, with -> with.getExecutionConfig()
                .setFormatAssertionsEnabled(true))) complaints.add(type + ": " + wrong);
        return complaints;
    }

    private JsonSchema schema(String type) {
        return known.computeIfAbsent(type, _ -> {
            try {
                return factory.getSchema(Files.readString(file(type)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private Path file(String type) {
        return schemas.resolve(type + ".json");
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** All that is committed, from the first to what is the last now. */
    private List<ConsumerRecord<String, String>> messages() {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                "127.0.0.1:" + platform.port("kafka"),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue()))
                reader.poll(Duration.ofMillis(200)).forEach(found::add);
            return found;
        }
    }
}
