package dev.callboard.acceptance.operations;

import dev.callboard.acceptance.platform.Answer;
import dev.callboard.acceptance.platform.Patience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends what the story asks for and holds every answer against its contract. Before an operation is carried out for the
 * first time, everything that can be wrong with such a request is sent: all of it must be refused, and then the request
 * must still be right, so that no refusal has changed anything.
 */
final class Client {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final String url;
    private final Contracts contracts;
    private final Ledger ledger;
    private final WrongRequests wrong;
    private final Set<Operation> tried = new HashSet<>();
    private final Map<Operation, Request> carriedOut = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Client(String url, Contracts contracts, Ledger ledger) {
        this.url = url;
        this.contracts = contracts;
        this.ledger = ledger;
        this.wrong = new WrongRequests(this, ledger);
    }

    /** Who sees what is wrong from outside and from inside. */
    WrongRequests wrong() {
        return wrong;
    }

    /** The first right request of each operation. */
    Map<Operation, Request> carriedOut() {
        return Map.copyOf(carriedOut);
    }

    /** @throws AssertionError when it is refused */
    Answer carryOut(Request request) {
        var operation = contracts.of(request.method(), request.path());
        if (tried.add(operation)) wrong.tryAll(operation, request);
        var answer = send(request);
        assertThat(answer.status())
                .as("%s %s: %s", request.method(), request.path(), answer.text())
                .isBetween(200, 299);
        if (carriedOut.putIfAbsent(operation, request) == null) wrong.tryAgain(operation, request);
        return answer;
    }

    /** As it is, whatever is answered. */
    Answer send(Request request) {
        var answer = Patience.untilTaken(() -> exchange(request));
        if (answer.status() == 401 && request.by().isSignedIn()) {
            request.by().signIn(); // the clock was moved
            answer = Patience.untilTaken(() -> exchange(request));
        }
        ledger.note(contracts.of(request.method(), request.path()), answer);
        return answer;
    }

    private Answer exchange(Request request) {
        var built = HttpRequest.newBuilder(URI.create(url + request.path())).timeout(TIMEOUT);
        request.headers().forEach(built::header);
        request.by().authorization().ifPresent(bearer -> built.header("Authorization", bearer));
        built.method(
                request.method(),
                request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.bytes()));
        try {
            return new Answer(http.send(built.build(), BodyHandlers.ofByteArray()));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(request.method() + " " + request.path(), unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
