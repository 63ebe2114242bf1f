package dev.callboard.kit.messaging;

import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Hands a record of Kafka to a method that takes an {@code Envelope<Group>}. The envelope is still closed: in the place
 * of the event is its {@link Letter}, which the interceptor of {@link Consumer} opens.
 */
@ApplicationScoped
class EnvelopeConverter implements MessageConverter {
    @Override
    public boolean canConvert(Message<?> in, Type target) {
        var raw = target instanceof ParameterizedType parameterized ? parameterized.getRawType() : target;
        return raw == Envelope.class
                && in.getMetadata(IncomingKafkaRecordMetadata.class).isPresent();
    }

    @Override
    public Message<?> convert(Message<?> in, Type target) {
        var record = in.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        var letter = CloudEvents.letter(
                record.getTopic(),
                record.getPartition(),
                record.getOffset(),
                record.getTimestamp(),
                (String) record.getKey(),
                record.getHeaders(),
                (byte[]) in.getPayload());
        return in.withPayload(letter.envelope(letter));
    }
}
