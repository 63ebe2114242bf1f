package dev.callboard.local.infrastructure;

import dev.callboard.local.infrastructure.Infrastructure.Server;
import dev.callboard.local.process.AtomicFile;
import dev.callboard.local.process.Child;
import dev.callboard.local.process.Ports;
import dev.callboard.local.process.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * The servers alone, for tests: starts them, writes {@code endpoints.properties} when all are ready, and ends them when
 * standard input closes, which it does however its owner dies.
 */
@Command(name = "infrastructure")
public final class InfrastructureMain implements Callable<Integer> {
    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--only", split = ",")
    private List<Server> only = List.copyOf(EnumSet.allOf(Server.class));

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new InfrastructureMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = data.toAbsolutePath().normalize();
        try (var _ = FolderLock.of(folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::endInOrder, "end-in-order"));
            Path endpoints = folder.resolve("endpoints.properties");
            Files.deleteIfExists(endpoints);
            Child.clearAllStale(folder);
            var infrastructure = new Infrastructure(
                    folder,
                    Set.copyOf(only),
                    new Ports(folder.resolve("ports.properties")),
                    new Secrets(folder),
                    this::say);
            try {
                Thread.ofVirtual().name("standard-input").start(this::awaitEndOfInput);
                infrastructure.start();
                AtomicFile.writeSecret(endpoints, AtomicFile.text(infrastructure.endpoints()));
                say("ready: " + endpoints);
                end.await();
            } finally {
                Files.deleteIfExists(endpoints);
                infrastructure.stop();
            }
            return 0;
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // what is typed has no meaning
            }
        } catch (IOException closed) {
            say("standard input: " + closed.getMessage());
        }
        end.countDown();
    }

    /** A signal ends the servers as a closed input does. */
    private void endInOrder() {
        end.countDown();
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        System.out.println(line);
    }
}
