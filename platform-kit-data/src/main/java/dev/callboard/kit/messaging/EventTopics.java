package dev.callboard.kit.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

/** Sees to it that the topics are there before anybody reads or writes: a missing one would stall both. */
@ApplicationScoped
class EventTopics {
    private static final Logger LOG = Logger.getLogger(EventTopics.class);

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    TopicSettings settings;

    @Inject
    Config config;

    /** Before the consumers start. With Kafka away they start all the same and find their topics when it is back. */
    void ofConsumers(@Observes @Priority(4) StartupEvent start) {
        var incoming = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".topic"))
                .map(name -> config.getOptionalValue(name, String.class))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        try {
            ensure(incoming);
        } catch (KafkaException e) {
            LOG.warnf("Kafka is away: %s", e.getMessage());
        }
    }

    /** @throws KafkaException if Kafka cannot be asked */
    void ensure(Collection<String> topics) {
        var missing = topics.stream()
                .filter(topic -> !known.contains(topic))
                .distinct()
                .toList();
        if (missing.isEmpty()) return;

        try (var admin = Admin.create(EventProducers.admin(brokers))) {
            for (var topic : missing) create(topic, admin);
        }
        known.addAll(missing);
    }

    private void create(String topic, Admin admin) {
        var count = settings.partitionsOf().getOrDefault(topic, settings.partitions());
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(count), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) return;
            throw new KafkaException("topic " + topic + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
