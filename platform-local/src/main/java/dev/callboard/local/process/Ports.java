package dev.callboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which component listens where, remembered in the data folder: an instance comes back on its old port when that is
 * still free, so that others find it again (a Kafka client remembers the advertised address).
 */
public final class Ports {
    /** Below the range that systems take the source ports of connections from; else such a connection steals a port while its server restarts. */
    private static final int FIRST = 20_000;

    private static final int LAST = 31_999;

    private final Path file;
    private final Map<String, String> kept;

    public Ports(Path file) {
        this.file = file;
        try {
            this.kept = AtomicFile.properties(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The port of a name: the old one where it is free, else a new one. */
    public synchronized int of(String name) {
        String old = kept.get(name);
        if (old != null && isFree(Integer.parseInt(old))) return Integer.parseInt(old);

        int port = unused();
        kept.put(name, Integer.toString(port));
        try {
            AtomicFile.write(file, AtomicFile.text(kept));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return port;
    }

    /** The port that a name has had or will have, though its owner may be listening on it. */
    public synchronized int remembered(String name) {
        String old = kept.get(name);
        return old == null ? of(name) : Integer.parseInt(old);
    }

    private int unused() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!kept.containsValue(Integer.toString(port)) && isFree(port)) return port;
        }
        throw new StartFailure("no free port between " + FIRST + " and " + LAST + ": end some other program");
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free for a server
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
