package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * How the verbs reach the supervisor: a Unix socket that only the owner may open. A request is one line of words with a
 * tab between them; the answer is lines of text behind a space, then {@code =CODE}, the exit code of the verb.
 */
final class ControlSocket implements AutoCloseable {
    /** What {@code sun_path} takes on every system. */
    private static final int LONGEST_PATH = 100;

    /** For all answers together: a verb that hangs must not keep the platform from ending. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    interface Verbs {
        /** @return the exit code */
        int carryOut(List<String> words, Consumer<String> answer) throws InterruptedException;
    }

    private final Path path;
    private final ServerSocketChannel server;
    private final Set<Thread> answering = ConcurrentHashMap.newKeySet();

    private ControlSocket(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    static ControlSocket open(PlatformFolder folder, Verbs verbs) {
        Path path = path(folder);
        try {
            Files.createDirectories(
                    path.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(path);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            var socket = new ControlSocket(path, server);
            Thread.ofVirtual().name("control").start(() -> socket.serve(verbs));
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the data folder; a folder too deep for a socket gets one in the temporary folder, named by its own name. */
    static Path path(PlatformFolder folder) {
        Path path = folder.run().resolve("control.sock");
        if (path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) return path;
        String name = UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return Path.of(System.getProperty("java.io.tmpdir"), "callboard-" + name.substring(0, 13), "control.sock");
    }

    private void serve(Verbs verbs) {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("verb").start(() -> {
                    answering.add(Thread.currentThread());
                    try {
                        answer(caller, verbs);
                    } finally {
                        answering.remove(Thread.currentThread());
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(SocketChannel caller, Verbs verbs) {
        try (caller;
                var in = new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
                var out = Channels.newWriter(caller, StandardCharsets.UTF_8)) {
            String request = in.readLine();
            if (request == null) return;
            int code;
            try {
                code = verbs.carryOut(
                        List.of(request.split("\t")), text -> text.lines().forEach(line -> write(out, " " + line)));
            } catch (StartFailure failure) {
                write(out, " " + failure.getMessage());
                code = 1;
            }
            write(out, "=" + code);
        } catch (IOException | UncheckedIOException gone) {
            // the caller went away; what it asked for is done all the same
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line + "\n");
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Asks the supervisor of a data folder. Empty when none runs; the code is 1 when it ended before its answer did. */
    static Optional<Integer> ask(PlatformFolder folder, Consumer<String> answer, String... words) {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path(folder)));
        } catch (IOException nobody) {
            return Optional.empty();
        }
        try (channel;
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
                var out = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            write(out, String.join("\t", words));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("=")) return Optional.of(Integer.parseInt(line.substring(1)));
                answer.accept(line.substring(1));
            }
        } catch (IOException | UncheckedIOException ended) {
            // answered below
        }
        answer.accept(
                "the supervisor ended before it answered: see " + folder.logs().resolve("supervisor.log"));
        return Optional.of(1);
    }

    /** {@code down} is a verb as well: the process that it ends must live until its caller has the exit code. */
    void awaitAnswers() throws InterruptedException {
        long end = System.nanoTime() + LAST_ANSWERS.toNanos();
        for (var verb : answering) verb.join(Duration.ofNanos(end - System.nanoTime()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
