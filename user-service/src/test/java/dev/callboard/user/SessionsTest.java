package dev.callboard.user;

import dev.callboard.user.Client.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import static dev.callboard.user.Client.PASSWORD;
import static dev.callboard.user.Client.get;
import static dev.callboard.user.Client.join;
import static dev.callboard.user.Client.refresh;
import static dev.callboard.user.Client.signIn;
import static dev.callboard.user.Client.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(OwnTokens.class)
class SessionsTest {
    @Inject
    RedisDataSource redis;

    @Test
    void who_signs_in_gets_a_token_that_the_published_keys_verify() throws Exception {
        join("ana.signs@norrsken.example", "Ana Lindqvist");

        var answer = signIn("ana.signs@norrsken.example", PASSWORD);

        answer.then().statusCode(200).header("Cache-Control", "no-store").body("expiresIn", equalTo(300));
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(keys.toJson()).doesNotContain("\"d\"");
        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer("callboard")
                .setExpectedAudience("callboard")
                .setRequireExpirationTime()
                .build()
                .processToClaims(Tokens.of(answer).accessToken());
        assertThat(claims.getStringClaimValue("email")).isEqualTo("ana.signs@norrsken.example");
        assertThat(claims.getStringClaimValue("zone")).isEqualTo("Europe/Stockholm");
        assertThat(claims.getStringListClaimValue("groups")).isEmpty();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void a_wrong_password_an_unknown_address_and_an_unverified_one_are_refused_alike() {
        join("bo.known@norrsken.example", "Bo Nyström");
        Client.register("bo.pending@norrsken.example", "Bo Nyström").then().statusCode(202);

        var answers = List.of(
                signIn("bo.known@norrsken.example", "the tide turns at five"),
                signIn("bo.unknown@norrsken.example", PASSWORD),
                signIn("bo.pending@norrsken.example", PASSWORD));

        for (var answer : answers) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/sign-in-failed"));
            assertThat(answer.jsonPath().getString("detail"))
                    .isEqualTo(answers.getFirst().jsonPath().getString("detail"));
        }
    }

    @Test
    void a_refresh_token_is_good_once_and_its_return_ends_the_family() {
        join("stina.refreshes@norrsken.example", "Stina Hallberg");
        var first = signedIn("stina.refreshes@norrsken.example");
        var second = Tokens.of(refresh(first.refreshToken()));
        var third = Tokens.of(refresh(second.refreshToken()));

        refresh(first.refreshToken()).then().statusCode(401).body("type", equalTo("/problems/session-ended"));

        refresh(third.refreshToken()).then().statusCode(401);
        assertThat(redis.execute("ZCARD", "revoked-sessions").toLong()).isPositive();
    }

    @Test
    void of_twenty_uses_at_a_time_one_wins_and_the_family_ends() throws Exception {
        join("eva.hurries@norrsken.example", "Eva Sandelin");
        var tokens = signedIn("eva.hurries@norrsken.example");

        var answers = atOnce(20, () -> refresh(tokens.refreshToken()));

        var winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 401))
                .hasSize(19);
        refresh(Tokens.of(winners.getFirst()).refreshToken()).then().statusCode(401);
    }

    @Test
    void a_made_up_refresh_token_ends_nobodys_session() {
        join("hedda.stays@norrsken.example", "Hedda Moberg-Vik");
        var tokens = signedIn("hedda.stays@norrsken.example");
        var bytes = Base64.getUrlDecoder().decode(tokens.refreshToken());
        bytes[bytes.length - 1] ^= 1;

        refresh(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .then()
                .statusCode(401);

        refresh(tokens.refreshToken()).then().statusCode(200);
    }

    @Test
    void signing_out_ends_one_session_and_leaves_the_others() {
        join("olga.leaves@norrsken.example", "Olga Wester");
        var phone = signedIn("olga.leaves@norrsken.example");
        var desk = signedIn("olga.leaves@norrsken.example");
        get("/sessions", desk.accessToken()).then().statusCode(200).body("items", hasSize(2));

        given().auth()
                .oauth2(phone.accessToken())
                .delete("/api/v1/sessions/current")
                .then()
                .statusCode(204);

        refresh(phone.refreshToken()).then().statusCode(401);
        get("/sessions", desk.accessToken())
                .then()
                .body("items", hasSize(1))
                .body("items[0].current", equalTo(true))
                .body("items[0].allowed", equalTo(List.of("end")));
    }

    @Test
    void another_persons_session_is_as_unknown_as_none() {
        join("fred.looks@studio.example", "Fred Achterberg");
        join("arvid.sits@arkitekt.example", "Arvid Kessler");
        var fred = signedIn("fred.looks@studio.example");
        var arvid = signedIn("arvid.sits@arkitekt.example");
        String id = get("/sessions", arvid.accessToken()).jsonPath().getString("items[0].id");

        var foreign = given().auth().oauth2(fred.accessToken()).delete("/api/v1/sessions/" + id);
        var unknown = given().auth()
                .oauth2(fred.accessToken())
                .delete("/api/v1/sessions/019a0000-0000-7000-8000-000000000000");

        foreign.then().statusCode(404);
        assertThat(foreign.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
        refresh(arvid.refreshToken()).then().statusCode(200);
    }

    @Test
    void an_operator_is_one_by_configuration_and_by_a_verified_address() {
        join("olga@norrsken.example", "Olga Wester");

        get("/me", signedIn("olga@norrsken.example").accessToken())
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("OPERATOR")));
    }

    @Test
    void a_token_of_another_maker_is_refused() throws JoseException, InvalidJwtException {
        join("ana.target@norrsken.example", "Ana Lindqvist");
        var good = signedIn("ana.target@norrsken.example").accessToken();
        get("/me", good).then().statusCode(200);
        var payload = new String(Base64.getUrlDecoder().decode(good.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        var kid = kid();

        for (var forged : forgeries(payload, kid, good))
            get("/me", forged).then().statusCode(401).contentType("application/problem+json");
    }

    private static List<String> forgeries(String payload, String kid, String good)
            throws JoseException, InvalidJwtException {
        var foreign = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        foreign.setKeyId("foreign");

        var unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.ALLOW_ONLY_NONE);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setKeyIdHeaderValue(kid);
        unsigned.setPayload(payload);

        var hmac = new JsonWebSignature();
        hmac.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        hmac.setKeyIdHeaderValue(kid);
        hmac.setKey(new HmacKey(published().getBytes(StandardCharsets.UTF_8)));
        hmac.setPayload(payload);

        var ownKeyInHeader = es256(payload, foreign.getPrivateKey(), kid);
        ownKeyInHeader.setJwkHeader(foreign);

        var endless = JwtClaims.parse(payload);
        endless.unsetClaim("exp");
        return List.of(
                unsigned.getCompactSerialization(),
                hmac.getCompactSerialization(),
                es256(payload, foreign.getPrivateKey(), "foreign").getCompactSerialization(),
                es256(payload, foreign.getPrivateKey(), kid).getCompactSerialization(),
                ownKeyInHeader.getCompactSerialization(),
                es256(endless.toJson(), foreign.getPrivateKey(), kid).getCompactSerialization(),
                good.substring(0, good.lastIndexOf('.') + 1),
                good.split("\\.", -1)[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        payload.replace("ana.target", "stina").getBytes(StandardCharsets.UTF_8))
                        + good.substring(good.lastIndexOf('.')));
    }

    private static JsonWebSignature es256(String payload, java.security.Key key, String kid) {
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(kid);
        token.setKey(key);
        token.setPayload(payload);
        return token;
    }

    private static String published() {
        return given().get("/.well-known/jwks.json").asString();
    }

    private static String kid() {
        return given().get("/.well-known/jwks.json").jsonPath().getString("keys[0].kid");
    }

    @Test
    void too_many_tries_at_one_address_are_limited_and_say_when_to_come_back() {
        join("ana.guessed@norrsken.example", "Ana Lindqvist");

        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 31; i++)
            answers.add(
                    signIn("ana.guessed@norrsken.example", "guess number " + i).statusCode());

        assertThat(answers.subList(0, 30)).containsOnly(401);
        assertThat(answers.getLast()).isEqualTo(429);
        var limited = signIn("ana.guessed@norrsken.example", PASSWORD);
        limited.then().statusCode(429).body("type", equalTo("/problems/sign-in-limited"));
        assertThat(Long.parseLong(limited.header("Retry-After")))
                .isBetween(1L, Duration.ofDays(365).toSeconds());
    }

    @Test
    void a_profile_is_changed_only_by_who_has_seen_its_present_version() {
        join("ana.moves@norrsken.example", "Ana Lindqvist");
        var token = signedIn("ana.moves@norrsken.example").accessToken();
        var etag = get("/me", token).header("ETag");

        patch(token, null, Map.of("zone", "Europe/Lisbon")).then().statusCode(428);
        var changed = patch(token, etag, Map.of("zone", "Europe/Lisbon"));
        changed.then().statusCode(200).body("zone", equalTo("Europe/Lisbon"));
        var present = changed.header("ETag");
        assertThat(get("/me", token).header("ETag")).isEqualTo(present);
        patch(token, etag, Map.of("zone", "Europe/Paris")).then().statusCode(412);
        patch(token, present, Map.of("email", "x@x.example")).then().statusCode(400);
        patch(token, present, Map.of("phone", "070-1740605")).then().statusCode(400);
        patch(token, present, Map.of("zone", "+02:00")).then().statusCode(400);
        get("/me/export", token).then().statusCode(200).body("user.zone", equalTo("Europe/Lisbon"));
    }

    private static io.restassured.response.Response patch(String token, String etag, Map<String, String> changes) {
        var request = given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .body(changes);
        return (etag == null ? request : request.header("If-Match", etag)).patch("/api/v1/me");
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < count; i++)
                running.add(threads.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            var results = new ArrayList<T>();
            for (var each : running) results.add(each.get());
            return results;
        }
    }
}
