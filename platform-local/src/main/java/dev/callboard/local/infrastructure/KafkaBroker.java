package dev.callboard.local.infrastructure;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One Kafka node, broker and controller at once (KRaft), as a program. It is ready when its ready file appears. */
@Command(name = "kafka-broker")
final class KafkaBroker implements Runnable {
    private static final int NODE = 1;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--controller-port", required = true)
    private int controllerPort;

    @Option(names = "--folder", required = true)
    private Path folder;

    /** {@code name=partitions} */
    @Option(names = "--topic")
    private Map<String, Integer> topics = Map.of();

    /** Written when the broker answers and every topic exists. */
    @Option(names = "--ready-file", required = true)
    private Path readyFile;

    public static void main(String[] arguments) {
        int exit = new CommandLine(new KafkaBroker()).execute(arguments);
        if (exit != 0) Runtime.getRuntime().halt(exit); // half a broker leaves threads behind
    }

    @Override
    public void run() {
        try {
            format();
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings()), Time.SYSTEM);
            server.startup();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
            createTopics();
            Files.writeString(readyFile, Long.toString(ProcessHandle.current().pid()));
            server.awaitShutdown();
        } catch (Exception failed) {
            throw new IllegalStateException("Kafka cannot start: " + failed.getMessage(), failed);
        }
    }

    /** Once: a formatted folder keeps its cluster id for ever. */
    private void format() throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) return;
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8"))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(Optional.of(folder.toString()))
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("num.partitions", "4"),
                Map.entry("log.retention.hours", "168"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.retention.minutes", "20160"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "1000"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("num.recovery.threads.per.data.dir", "2")));
        return settings;
    }

    private void createTopics() throws ExecutionException, InterruptedException, TimeoutException {
        var settings = Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            var missing = new ArrayList<NewTopic>();
            topics.forEach((name, partitions) -> {
                if (!existing.contains(name)) missing.add(new NewTopic(name, partitions, (short) 1));
            });
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        }
    }
}
