package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class ControlSocketTest {
    @TempDir
    Path folder;

    private final List<String> answer = new ArrayList<>();

    @Test
    void a_verb_is_answered_line_by_line_with_its_exit_code() throws IOException {
        var platform = PlatformFolder.of(folder);
        try (var _ = ControlSocket.open(platform, (words, out) -> {
            out.accept("scaling " + words.get(1) + "\nto " + words.get(2));
            return 7;
        })) {
            assertThat(ControlSocket.ask(platform, answer::add, "scale", "report-service", "2"))
                    .contains(7);
        }
        assertThat(answer).containsExactly("scaling report-service", "to 2");
    }

    @Test
    void a_known_failure_is_a_line_and_exit_1() throws IOException {
        var platform = PlatformFolder.of(folder);
        try (var _ = ControlSocket.open(platform, (_, _) -> {
            throw new StartFailure("no such component");
        })) {
            assertThat(ControlSocket.ask(platform, answer::add, "restart", "x")).contains(1);
        }
        assertThat(answer).containsExactly("no such component");
    }

    @Test
    void the_answer_that_is_under_way_can_be_waited_for() throws IOException, InterruptedException {
        var platform = PlatformFolder.of(folder);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        try (var socket = ControlSocket.open(platform, (_, _) -> {
            begun.countDown();
            goOn.await();
            ended.set(true);
            return 0;
        })) {
            var asked = CompletableFuture.supplyAsync(() -> ControlSocket.ask(platform, answer::add, "down"));
            begun.await();
            Thread.ofVirtual().start(goOn::countDown);

            socket.awaitAnswers();

            assertThat(ended).isTrue();
            assertThat(asked.join()).contains(0);
        }
    }

    @Test
    void only_the_owner_may_open_it() throws IOException {
        var platform = PlatformFolder.of(folder);
        try (var _ = ControlSocket.open(platform, (_, _) -> 0)) {
            var permissions = Files.getPosixFilePermissions(ControlSocket.path(platform));

            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void where_nobody_listens_nobody_answers() {
        assertThat(ControlSocket.ask(PlatformFolder.of(folder), answer::add, "status"))
                .isEmpty();
    }

    @Test
    void a_folder_too_deep_for_a_socket_has_one_elsewhere() throws IOException {
        var deep = PlatformFolder.of(folder.resolve("the-salt-road".repeat(12)));
        try (var _ = ControlSocket.open(deep, (_, _) -> 0)) {
            assertThat(ControlSocket.ask(deep, answer::add, "status")).contains(0);
        }
    }
}
