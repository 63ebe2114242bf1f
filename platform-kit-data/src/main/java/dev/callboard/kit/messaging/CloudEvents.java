package dev.callboard.kit.messaging;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** CloudEvents 1.0 in the binary mode of the Kafka protocol binding: attributes are headers, the event is the value. */
final class CloudEvents {
    private static final byte[] JSON = bytes("application/json; charset=UTF-8");
    private static final byte[] VERSION = bytes("1.0");

    private CloudEvents() {}

    static List<Header> headers(OutboxRow row, String source) {
        var headers = new ArrayList<Header>(8);
        headers.add(new RecordHeader("content-type", JSON));
        headers.add(new RecordHeader("ce_specversion", VERSION));
        headers.add(header("ce_id", row.id().toString()));
        headers.add(header("ce_type", row.type()));
        headers.add(header("ce_source", source));
        headers.add(header("ce_time", row.createdAt().toString()));
        if (row.traceparent() != null) headers.add(header("traceparent", row.traceparent()));
        return headers;
    }

    /** A message that is no CloudEvent gets a type of null, and an id that is the same at each delivery. */
    static Letter letter(
            String topic,
            int partition,
            long offset,
            Instant stored,
            @Nullable String key,
            Headers headers,
            byte @Nullable [] payload) {
        var place = topic + "-" + partition + "@" + offset;
        var id = text(headers, "ce_id");
        var type = text(headers, "ce_type");
        var body = payload == null ? new byte[0] : payload;
        var root = key == null ? "" : key;
        try {
            if (id != null && type != null)
                return new Letter(topic, UUID.fromString(id), root, type, time(headers, stored), body);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // no UUID, no time: not one of ours
        }
        return new Letter(topic, UUID.nameUUIDFromBytes(bytes(place)), root, null, stored, body);
    }

    private static Instant time(Headers headers, Instant otherwise) {
        var time = text(headers, "ce_time");
        return time == null ? otherwise : Instant.parse(time);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
