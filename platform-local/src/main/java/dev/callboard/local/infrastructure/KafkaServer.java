package dev.callboard.local.infrastructure;

import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link KafkaBroker} in a JVM of its own, so that it can be killed alone. */
final class KafkaServer implements Component {
    /** Tasks spread over more partitions than facts: they are the unit in which workers share a report run. */
    private static final Map<String, Integer> TOPICS = Map.of(
            "user-events", 4,
            "account-events", 4,
            "project-events", 4,
            "project-commands", 4,
            "report-events", 4,
            "report-tasks", 8);

    private final Path folder;
    private final Path readyFile;
    private final int port;
    private final int controllerPort;

    KafkaServer(Path dataFolder, int port, int controllerPort) {
        this.folder = dataFolder.resolve("kafka");
        this.readyFile = dataFolder.resolve("run").resolve("kafka.ready");
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String component() {
        return "kafka";
    }

    @Override
    public String instance() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String build() {
        return "4.3.1";
    }

    @Override
    public Launch launch() throws IOException {
        Files.deleteIfExists(readyFile);
        Files.createDirectories(readyFile.getParent());
        var arguments = new ArrayList<>(List.of(
                "--port", Integer.toString(port),
                "--controller-port", Integer.toString(controllerPort),
                "--folder", folder.toString(),
                "--ready-file", readyFile.toString()));
        TOPICS.forEach((name, partitions) -> arguments.addAll(List.of("--topic", name + "=" + partitions)));
        var options = List.of(
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                Programs.COMPILES_LATE,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ");
        return Launch.of(Programs.java(KafkaBroker.class, options, arguments));
    }

    @Override
    public boolean ready() {
        return Files.exists(readyFile);
    }
}
