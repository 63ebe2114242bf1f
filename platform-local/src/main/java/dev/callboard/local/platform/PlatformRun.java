package dev.callboard.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A platform from its start to its end, in this process: what {@code up} is, with the socket that the other verbs use. */
public final class PlatformRun {
    private final PlatformFolder folder;
    private final int port;
    private final Set<String> only;
    private final StartCaches caches;
    private final Journal journal = new Journal();
    private final CountDownLatch end = new CountDownLatch(1);
    private Supervisor supervisor;

    /** What is done once all is ready. */
    public interface WhenReady {
        /** @param end ends the platform as {@code down} does; without it, it runs on */
        void run(Supervisor supervisor, Runnable end);
    }

    public PlatformRun(PlatformFolder folder, int port, Set<String> only) {
        this(folder, port, only, StartCaches.used());
    }

    public PlatformRun(PlatformFolder folder, int port, Set<String> only, StartCaches caches) {
        this.folder = folder;
        this.port = port;
        this.only = only;
        this.caches = caches;
    }

    /**
     * Returns when the platform was ended by {@code down} or a signal; throws when it could not start.
     *
     * @param whenReady carried out once all is ready; the platform runs on after it
     */
    public void untilEnded(WhenReady whenReady) throws IOException, InterruptedException {
        supervisor = new Supervisor(folder, port, only, journal, caches);
        var hook = new Thread(this::endBySignal, "end-in-order");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var verbs = ControlSocket.open(folder, this::carryOut)) {
            supervisor.start();
            journal.startEnded(true, "Callboard is up: " + supervisor.gatewayUrl());
            whenReady.run(supervisor, end::countDown);
            end.await();
            verbs.awaitAnswers();
        } catch (StartFailure failure) {
            journal.startEnded(false, failure.getMessage());
            throw failure;
        } finally {
            supervisor.close();
        }
    }

    private void endBySignal() {
        supervisor.close();
        end.countDown();
    }

    private int carryOut(List<String> words, Consumer<String> answer) throws InterruptedException {
        switch (words.getFirst()) {
            case "follow" -> {
                return journal.follow(answer) ? 0 : 1;
            }
            case "url" -> answer.accept(supervisor.gatewayUrl());
            case "status" ->
                answer.accept(
                        words.contains("--json") ? json(supervisor.status()) : StatusRow.table(supervisor.status()));
            case "scale" -> {
                supervisor.scale(words.get(1), Integer.parseInt(words.get(2)));
                answer.accept(words.get(1) + " runs " + words.get(2) + " times");
            }
            case "restart" -> {
                supervisor.restart(words.get(1));
                answer.accept(words.get(1) + " was restarted");
            }
            case "down" -> {
                supervisor.close();
                answer.accept("Callboard is down; its data stays in " + folder.data());
                end.countDown();
            }
            default -> throw new StartFailure("the running platform does not know " + words.getFirst());
        }
        return 0;
    }

    private static String json(List<StatusRow> rows) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
