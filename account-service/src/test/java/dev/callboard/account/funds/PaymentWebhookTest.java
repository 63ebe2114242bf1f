package dev.callboard.account.funds;

import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class PaymentWebhookTest {
    private static final String BODY =
            "{\"id\":\"evt_1\",\"type\":\"capture.succeeded\",\"data\":{\"id\":\"cap_1\",\"authorization\":\"auth_1\"}}";

    @ConfigProperty(name = "callboard.payments.webhook-secret")
    String secret;

    @Test
    void a_signed_message_is_taken_however_often_it_comes() throws GeneralSecurityException {
        var signature = signature(Instant.now(), BODY);
        for (int i = 0; i < 2; i++) post(signature, BODY, 204);
    }

    @Test
    void a_message_without_the_providers_signature_changes_nothing() throws GeneralSecurityException {
        var hourAgo = signature(Instant.now().minusSeconds(3600), BODY);

        refused(signature(Instant.now(), BODY), BODY.replace("auth_1", "auth_2"));
        refused(hourAgo, BODY);
        refused("t=1,v1=00", BODY);
        given().contentType(ContentType.JSON)
                .body(BODY)
                .post("/api/v1/webhooks/payments")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static void refused(String signature, String body) {
        given().header("Payment-Signature", signature)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/webhooks/payments")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/signature-invalid"));
    }

    private static void post(String signature, String body, int status) {
        given().header("Payment-Signature", signature)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/webhooks/payments")
                .then()
                .statusCode(status);
    }

    private String signature(Instant at, String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var signed = at.getEpochSecond() + "." + body;
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
