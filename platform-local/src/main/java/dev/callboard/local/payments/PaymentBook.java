package dev.callboard.local.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything the sandbox knows: one line of JSON per change, forced to the disk before the change is answered. The state
 * after a line is the line itself (the last one of an id wins), so that reading the file from its start restores all.
 */
final class PaymentBook implements AutoCloseable {
    /** The answer to an idempotency key. The fingerprint tells a repetition from another request under the same key. */
    record Operation(String key, String fingerprint, int status, JsonNode outcome) {}

    /** Something the webhook's receiver is told, until it has taken it. */
    record Event(String id, String type, long createdAt, JsonNode data) {}

    /** One line of the file; every part is optional. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            PaymentMethod method,
            Authorization authorization,
            Operation operation,
            Event event,
            String delivered,
            String endpoint) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final FileChannel file;
    private final Map<String, PaymentMethod> methods = new LinkedHashMap<>();
    private final Map<String, Authorization> authorizations = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Event> undelivered = new LinkedHashMap<>();
    private String endpoint;

    PaymentBook(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            byte[] all = Files.readAllBytes(path);
            int end = 0; // behind the last whole line: a crash may leave half a one, which nobody was answered
            for (int at = 0; at < all.length; at++) {
                if (all[at] != '\n') continue;
                apply(JSON.readValue(all, end, at - end, Entry.class));
                end = at + 1;
            }
            file.truncate(end);
            file.position(end);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One change at a time: what the deed reads is what its entry is stored against. */
    <T> T exclusively(Supplier<T> deed) {
        lock.lock();
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }

    void store(Entry entry) {
        exclusively(() -> {
            try {
                var line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) file.write(line);
                file.force(false);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            apply(entry);
            return null;
        });
    }

    private void apply(Entry entry) {
        if (entry.method() != null) methods.put(entry.method().id(), entry.method());
        if (entry.authorization() != null)
            authorizations.put(entry.authorization().id(), entry.authorization());
        if (entry.operation() != null) operations.put(entry.operation().key(), entry.operation());
        if (entry.event() != null) undelivered.put(entry.event().id(), entry.event());
        if (entry.delivered() != null) undelivered.remove(entry.delivered());
        if (entry.endpoint() != null) endpoint = entry.endpoint();
    }

    PaymentMethod method(String id) {
        return exclusively(() -> Optional.ofNullable(methods.get(id)))
                .orElseThrow(() -> PaymentRefused.unknown("payment method"));
    }

    Authorization authorization(String id) {
        return exclusively(() -> Optional.ofNullable(authorizations.get(id)))
                .orElseThrow(() -> PaymentRefused.unknown("authorization"));
    }

    Optional<Operation> operation(String key) {
        return exclusively(() -> Optional.ofNullable(operations.get(key)));
    }

    List<Event> undelivered() {
        return exclusively(() -> new ArrayList<>(undelivered.values()));
    }

    Optional<String> endpoint() {
        return exclusively(() -> Optional.ofNullable(endpoint));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
