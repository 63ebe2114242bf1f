package dev.callboard.report.webhook;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One POST to one address and no other: an HTTP client would look the name up again, and could be told another address
 * then. The certificate must be the name's. Of the answer the status is read; a redirect is an answer like any other.
 */
final class PinnedPost {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int LONGEST_STATUS_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)\\b.*");

    private final URI url;
    private final InetAddress address;

    PinnedPost(URI url, InetAddress address) {
        this.url = url;
        this.address = address;
    }

    int send(Map<String, String> headers, byte[] body) throws IOException {
        var secure = url.getScheme().equals("https");
        var port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            plain.setSoTimeout(ANSWER_MILLIS);
            if (!secure) return exchange(plain, headers, body);
            try (var tls = encrypted(plain, port)) {
                return exchange(tls, headers, body);
            }
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

    /** All of it within the time, however slowly it drips. */
    private static String firstLine(Socket socket) throws IOException {
        var end = System.nanoTime() + ANSWER_MILLIS * 1_000_000L;
        var line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (line.size() < LONGEST_STATUS_LINE) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new SocketTimeoutException("no answer in " + ANSWER_MILLIS + " ms");
            socket.setSoTimeout((int) left);
            int next = in.read();
            if (next < 0 || next == '\r' || next == '\n') break;
            line.write(next);
        }
        return line.toString(US_ASCII);
    }
}
