package dev.callboard.local.payments;

import com.fasterxml.jackson.databind.JsonNode;

/** @param silent the operation was carried out, but its caller is never told */
record PaymentAnswer(int status, JsonNode body, boolean silent) {
    static PaymentAnswer refused(PaymentRefused refused) {
        var body = PaymentSandbox.JSON.createObjectNode();
        body.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
        return new PaymentAnswer(refused.status(), body, false);
    }
}
