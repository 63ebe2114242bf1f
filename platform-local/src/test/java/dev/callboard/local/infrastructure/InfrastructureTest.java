package dev.callboard.local.infrastructure;

import dev.callboard.local.process.AtomicFile;
import dev.callboard.local.process.Child;
import dev.callboard.local.process.Programs;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The real servers, as other modules' tests start them. */
class InfrastructureTest {
    @TempDir
    static Path folder;

    private static Process launcher;
    private static Map<String, String> endpoints;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        launcher = launch();
        endpoints = await(launcher);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        launcher.getOutputStream().close();
        assertThat(launcher.waitFor(3, TimeUnit.MINUTES))
                .as("ends when its standard input closes")
                .isTrue();
        assertThat(Child.clearAllStale(folder)).as("processes left behind").isZero();
    }

    private static Process launch() throws IOException {
        var command = Programs.java(
                InfrastructureMain.class,
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of("--data", folder.toString(), "--only", "postgres,redis,kafka"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.log").toFile())
                .start();
    }

    private static Map<String, String> await(Process launcher) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!Files.readString(folder.resolve("launcher.log")).contains("ready: ")) {
            assertThat(launcher.isAlive() && System.nanoTime() < giveUp)
                    .as(Files.readString(folder.resolve("launcher.log")))
                    .isTrue();
            Thread.sleep(20);
        }
        return AtomicFile.properties(folder.resolve("endpoints.properties"));
    }

    private static Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + endpoints.get("postgres.port") + "/" + name,
                endpoints.get("postgres.user"),
                endpoints.get("postgres.password"));
    }

    private static String setting(String name) throws SQLException {
        try (var connection = database("users");
                var rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void postgres_keeps_what_it_acknowledges() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("server_version")).startsWith("18.");
    }

    @Test
    void every_service_has_a_database_and_nobody_enters_without_the_password() throws SQLException {
        for (String name : PostgresServer.DATABASES) database(name).close();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + endpoints.get("postgres.port") + "/users",
                        "callboard",
                        "guess")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void every_topic_exists_with_its_partitions() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", endpoints.get("kafka.bootstrap")))) {
            var topics = admin.describeTopics(List.of("user-events", "report-tasks"))
                    .allTopicNames()
                    .get(1, TimeUnit.MINUTES);

            assertThat(topics.get("user-events").partitions()).hasSize(4);
            assertThat(topics.get("report-tasks").partitions()).hasSize(8);
        }
    }

    @Test
    void a_killed_postgres_comes_back_with_what_was_committed() throws Exception {
        try (var connection = database("users")) {
            connection.createStatement().execute("create table kept (word text)");
            connection.createStatement().execute("insert into kept values ('acknowledged')");
        }
        long pid = pid("postgres");

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (var connection = database("users");
                    var rows = connection.createStatement().executeQuery("select word from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("acknowledged");
                break;
            } catch (SQLException notYet) {
                assertThat(System.nanoTime()).as("back within 60 s").isLessThan(giveUp);
                Thread.sleep(50);
            }
        }
    }

    private static long pid(String instance) throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("run/" + instance + ".pid")).split(" ")[0]);
    }
}
