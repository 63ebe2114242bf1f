package dev.callboard.report.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers whoever connects with a byte every few milliseconds, for ever: to a client of TLS a record of the handshake
 * that goes on, to one of HTTP a status line that goes on.
 */
final class DrippingReceiver implements AutoCloseable {
    /** ContentType 22, TLS 1.2, 16,384 bytes to come: RFC 8446, section 5.1. */
    private static final byte[] HANDSHAKE = {22, 3, 3, 0x40, 0};

    private static final int CLIENT_HELLO = 22;

    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());

    DrippingReceiver() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> drip(client));
            }
        } catch (IOException closed) {
            // the test has seen enough
        }
    }

    private static void drip(Socket client) {
        try (client) {
            var first = client.getInputStream().read();
            var out = client.getOutputStream();
            if (first == CLIENT_HELLO) out.write(HANDSHAKE);
            while (true) {
                out.write('H');
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (IOException gone) {
            // the client has had enough
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
