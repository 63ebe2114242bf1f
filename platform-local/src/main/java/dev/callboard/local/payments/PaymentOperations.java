package dev.callboard.local.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.local.payments.PaymentBook.Entry;
import dev.callboard.local.payments.PaymentBook.Event;
import dev.callboard.local.payments.PaymentBook.Operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import static dev.callboard.local.payments.PaymentSandbox.JSON;

/** What can be asked of the sandbox. Each operation is one line in the book: its effect, its answer and its event together. */
final class PaymentOperations {
    private final PaymentBook book;
    private final Consumer<Event> deliver;

    PaymentOperations(PaymentBook book, Consumer<Event> deliver) {
        this.book = book;
        this.deliver = deliver;
    }

    /** A request under an idempotency key; without a key it cannot be repeated. */
    record Repeatable(String key, String fingerprint) {
        static Repeatable of(String key, String path, JsonNode body) {
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest((path + "\n" + body).getBytes(StandardCharsets.UTF_8));
                return new Repeatable(key, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The stored answer to an operation that was carried out before. @throws PaymentRefused the key was used otherwise */
    Optional<PaymentAnswer> repeated(Repeatable operation) {
        if (operation.key() == null) return Optional.empty();
        return book.operation(operation.key()).map(stored -> {
            if (!stored.fingerprint().equals(operation.fingerprint())) {
                throw new PaymentRefused(422, "idempotency_key_reused", "this key was used for another request");
            }
            return new PaymentAnswer(stored.status(), stored.outcome(), false);
        });
    }

    /** How an operation ended whose answer was lost. */
    PaymentAnswer stored(String key) {
        return book.operation(key)
                .map(operation -> new PaymentAnswer(200, operation.outcome(), false))
                .orElseThrow(() -> PaymentRefused.unknown("operation"));
    }

    PaymentAnswer authorization(String id) {
        return new PaymentAnswer(200, view(book.authorization(id)), false);
    }

    PaymentAnswer addMethod(Repeatable operation, JsonNode body) {
        String number = text(body, "number").replace(" ", "");
        if (!TestCard.isNumber(number)) {
            // the number itself is not repeated: error texts end in logs
            throw new PaymentRefused(422, "invalid_number", "number: not a card number (expected: 12 to 19 digits)");
        }
        int month = (int) number(body, "expMonth", 1, 12);
        int year = (int) number(body, "expYear", 2000, 2199);
        if (YearMonth.of(year, month).isBefore(YearMonth.now(ZoneOffset.UTC))) {
            throw new PaymentRefused(
                    422,
                    "expired_card",
                    "expMonth, expYear: " + month + "/" + year + " (expected: a card that is not expired)");
        }
        if (!text(body, "cvc").matches("\\d{3,4}"))
            throw new PaymentRefused(422, "invalid_cvc", "cvc: expected 3 or 4 digits");

        var method = new PaymentMethod(
                id("pm"),
                TestCard.of(number),
                TestCard.brand(number),
                number.substring(number.length() - 4),
                month,
                year);
        var view = JSON.createObjectNode()
                .put("id", method.id())
                .put("brand", method.brand())
                .put("last4", method.last4())
                .put("expMonth", month)
                .put("expYear", year);
        return carryOut(operation, method, null, view, null);
    }

    PaymentAnswer authorize(Repeatable operation, JsonNode body) {
        var method = book.method(text(body, "paymentMethod"));
        long amount = number(body, "amountMinor", 1, 99_999_999_999L);
        String currency = text(body, "currency");
        if (!currency.matches("[A-Z]{3}")) throw PaymentRefused.invalid("currency", currency, "an ISO 4217 code");

        var authorization = Authorization.of(id("auth"), method, amount, currency, text(body, "reference"));
        boolean declined = authorization.status() == Authorization.Status.DECLINED;
        var answer = carryOut(
                operation,
                null,
                authorization,
                view(authorization),
                declined ? "authorization.declined" : "authorization.succeeded");
        return method.card() == TestCard.SILENT ? new PaymentAnswer(answer.status(), answer.body(), true) : answer;
    }

    PaymentAnswer capture(Repeatable operation, String id, JsonNode body) {
        var authorization = book.authorization(id);
        long amount = body.has("amountMinor")
                ? number(body, "amountMinor", 1, authorization.amountMinor())
                : authorization.amountMinor();
        var view = JSON.createObjectNode().put("id", id("cap")).put("authorization", id);
        if (authorization.card() == TestCard.CAPTURE_REFUSED
                && authorization.status() == Authorization.Status.AUTHORIZED) {
            view.put("status", "REFUSED").put("refusalCode", "capture_refused").put("amountMinor", amount);
            return carryOut(operation, null, authorization, view, "capture.refused");
        }
        var captured = authorization.capture(amount);
        view.put("status", "CAPTURED").put("amountMinor", amount).put("currency", captured.currency());
        return carryOut(operation, null, captured, view, "capture.succeeded");
    }

    PaymentAnswer cancel(Repeatable operation, String id) {
        var voided = book.authorization(id).voided();
        return carryOut(operation, null, voided, view(voided), "authorization.voided");
    }

    PaymentAnswer refund(Repeatable operation, JsonNode body) {
        var authorization = book.authorization(text(body, "authorization"));
        long amount = number(body, "amountMinor", 1, Long.MAX_VALUE);
        var refunded = authorization.refund(amount);
        var view = JSON.createObjectNode()
                .put("id", id("ref"))
                .put("authorization", authorization.id())
                .put("status", "REFUNDED")
                .put("amountMinor", amount)
                .put("currency", authorization.currency());
        return carryOut(operation, null, refunded, view, "refund.succeeded");
    }

    /** Where the events go from now on, those that nobody has taken yet too. */
    PaymentAnswer register(JsonNode body) {
        String url = text(body, "url");
        if (!url.matches("https?://.+")) throw PaymentRefused.invalid("url", url, "an http address");
        book.store(new Entry(null, null, null, null, null, url));
        book.undelivered().forEach(deliver);
        return new PaymentAnswer(200, JSON.createObjectNode().put("url", url), false);
    }

    private PaymentAnswer carryOut(
            Repeatable operation,
            PaymentMethod method,
            Authorization authorization,
            ObjectNode view,
            String eventType) {
        var stored =
                operation.key() == null ? null : new Operation(operation.key(), operation.fingerprint(), 201, view);
        var event = eventType == null
                ? null
                : new Event(id("evt"), eventType, Instant.now().toEpochMilli(), view);
        book.store(new Entry(method, authorization, stored, event, null, null));
        if (event != null && book.endpoint().isPresent()) deliver.accept(event);
        return new PaymentAnswer(201, view, false);
    }

    private static ObjectNode view(Authorization authorization) {
        var view = JSON.createObjectNode()
                .put("id", authorization.id())
                .put("status", authorization.status().name())
                .put("paymentMethod", authorization.paymentMethod())
                .put("amountMinor", authorization.amountMinor())
                .put("currency", authorization.currency())
                .put("reference", authorization.reference())
                .put("capturedMinor", authorization.capturedMinor())
                .put("refundedMinor", authorization.refundedMinor());
        if (authorization.declineCode() != null) view.put("declineCode", authorization.declineCode());
        return view;
    }

    private static String id(String kind) {
        return kind + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String text(JsonNode body, String field) {
        var value = body.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw PaymentRefused.invalid(field, value.isMissingNode() ? "missing" : value.getNodeType(), "a text");
        }
        return value.textValue();
    }

    private static long number(JsonNode body, String field, long least, long most) {
        var value = body.path(field);
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            throw PaymentRefused.invalid(field, value.isMissingNode() ? "missing" : value, least + " to " + most);
        }
        return value.longValue();
    }
}
