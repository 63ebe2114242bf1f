package dev.callboard.local.payments;

/** A request that the sandbox does not carry out: an HTTP status with {@code {"error":{"code","message"}}}. */
final class PaymentRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    PaymentRefused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static PaymentRefused invalid(String field, Object value, String expected) {
        return new PaymentRefused(422, "invalid_" + field, field + ": " + value + " (expected: " + expected + ")");
    }

    static PaymentRefused conflict(String code, String field, Object value) {
        return new PaymentRefused(409, code, field + " is " + value);
    }

    static PaymentRefused unknown(String what) {
        return new PaymentRefused(404, "not_found", "no such " + what);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
