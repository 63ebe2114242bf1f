package dev.callboard.local.payments;

import dev.callboard.local.payments.PaymentBook.Entry;
import dev.callboard.local.payments.PaymentBook.Event;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static dev.callboard.local.payments.PaymentSandbox.JSON;

/**
 * Tells the registered address what happened: at least once, in no promised order, repeated with back-off until it is
 * taken (any 2xx). Each carries {@code Payment-Signature: t=SECONDS,v1=HMAC}, where the HMAC-SHA256 in hexadecimal is
 * over {@code SECONDS.BODY}.
 */
final class Webhooks implements AutoCloseable {
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final PaymentBook book;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Webhooks(PaymentBook book, String secret) {
        this.book = book;
        this.secret = secret;
    }

    /** After a restart: what nobody has taken yet. */
    void resume() {
        if (book.endpoint().isPresent()) book.undelivered().forEach(this::deliver);
    }

    void deliver(Event event) {
        if (underWay.add(event.id())) threads.execute(() -> untilTaken(event));
    }

    private void untilTaken(Event event) {
        Duration backOff = Duration.ofMillis(200);
        try {
            while (!isTaken(event)) {
                Thread.sleep(backOff);
                backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) > 0
                        ? LONGEST_BACK_OFF
                        : backOff.multipliedBy(2);
            }
            book.store(new Entry(null, null, null, null, event.id(), null));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(event.id());
        }
    }

    private boolean isTaken(Event event) throws InterruptedException {
        try {
            String body = JSON.writeValueAsString(event);
            long seconds = Instant.now().getEpochSecond();
            var request = HttpRequest.newBuilder(URI.create(book.endpoint().orElseThrow()))
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", "application/json")
                    .header("Payment-Signature", "t=" + seconds + ",v1=" + signature(secret, seconds, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notReached) {
            return false;
        }
    }

    static String signature(String secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
