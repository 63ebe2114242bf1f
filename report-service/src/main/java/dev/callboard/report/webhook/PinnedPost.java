package dev.callboard.report.webhook;

import org.jboss.logging.Logger;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One POST to one address and no other: an HTTP client would look the name up again, and could be told another address
 * then. The certificate must be the name's. Of the answer the status is read; a redirect is an answer like any other.
 *
 * <p>All of it has one deadline, at which the connection is closed: a time-out of the socket's own begins again with
 * each byte, so that who drips them, in the answer or in the handshake of TLS, would never meet it.
 */
final class PinnedPost {
    private static final Logger LOG = Logger.getLogger(PinnedPost.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LONGEST_STATUS_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)\\b.*");

    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-deadlines").daemon().factory());

    private final URI url;
    private final InetAddress address;
    private final Duration longest;

    PinnedPost(URI url, InetAddress address) {
        this(url, address, LONGEST);
    }

    /** @param longest from the first packet to the status of the answer */
    PinnedPost(URI url, InetAddress address, Duration longest) {
        this.url = url;
        this.address = address;
        this.longest = longest;
    }

    /** @return status of the answer. @throws IOException also at the deadline */
    int send(Map<String, String> headers, byte[] body) throws IOException {
        try (var plain = new Socket()) {
            var late = new AtomicBoolean();
            Runnable end = () -> {
                late.set(true);
                close(plain);
            };
            var deadline = DEADLINES.schedule(end, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return send(plain, headers, body);
            } catch (IOException failed) {
                if (!late.get()) throw failed;
                throw new IOException("no answer in " + longest.toMillis() + " ms", failed);
            } finally {
                deadline.cancel(false);
            }
        }
    }

    private int send(Socket plain, Map<String, String> headers, byte[] body) throws IOException {
        var secure = url.getScheme().equals("https");
        var port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        if (!secure) return exchange(plain, headers, body);
        try (var tls = encrypted(plain, port)) {
            return exchange(tls, headers, body);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            LOG.debug("a receiver that was late", closedAnyway);
        }
    }

    private SSLSocket encrypted(Socket plain, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private int exchange(Socket socket, Map<String, String> headers, byte[] body) throws IOException {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");

        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(US_ASCII));
        out.write(body);
        out.flush();
        var line = firstLine(socket);
        var status = STATUS.matcher(line);
        if (!status.matches()) throw new IOException("no answer of HTTP/1.1");
        return Integer.parseInt(status.group(1));
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (line.size() < LONGEST_STATUS_LINE) {
            int next = in.read();
            if (next < 0 || next == '\r' || next == '\n') break;
            line.write(next);
        }
        return line.toString(US_ASCII);
    }
}
