package dev.callboard.kit.web;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(TestTokens.class)
class KitWebTest {
    private static final String NOTES = "/api/v1/notes";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\":\"a\",\"hours\":-1}                 | hours  | hours: -1 (expected:",
                "{\"text\":\"a\",\"hours\":1,\"colour\":\"red\"} | colour | colour: unknown property (expected one of: date, hours, kind, password, text)",
                "{\"text\":\"a\",\"hours\":\"many\"}           | hours  | hours: many (expected: a whole number)",
                "{\"text\":\"a\",\"hours\":1.5}                | hours  | hours",
                "{\"text\":\"a\",\"hours\":1,\"date\":\"soon\"} | date   | date: soon (expected: a date such as 2027-10-30)",
                "{\"text\":\"a\",\"hours\":1,\"kind\":\"X\"}    | kind   | kind: X (expected: one of PLAN, CALL)",
                "{\"text\":\"aaaaaaaaaaaaaaaaaaaaaaaaa\",\"hours\":1} | text | text: aaaa",
                "{\"hours\":1}                                | text   | text",
            })
    void a_wrong_value_is_named_with_what_was_expected(String body, String field, String detail) {
        problem(signedIn().contentType(ContentType.JSON).body(body).post(NOTES).then(), 400, "invalid")
                .body("errors.field", hasItem(field))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{\"text\":", "[1", "~~", "{\"text\":\"a\",\"text\":\"b\",\"hours\":1}"})
    void what_is_not_json_is_refused(String body) {
        problem(signedIn().contentType(ContentType.JSON).body(body).post(NOTES).then(), 400, "invalid");
    }

    @Test
    void a_refused_password_is_not_repeated() {
        var body = "{\"text\":\"a\",\"hours\":1,\"password\":\"hunter2\"}";

        problem(signedIn().contentType(ContentType.JSON).body(body).post(NOTES).then(), 400, "invalid")
                .body("errors.field", hasItem("password"))
                .body(not(containsString("hunter2")));
    }

    @Test
    void what_fails_before_a_resource_is_reached_is_a_problem_too() {
        problem(given().get("/elsewhere").then(), 404, "not-found");
        var large = "{\"text\":\"" + "x".repeat(80_000) + "\",\"hours\":1}";
        problem(signedIn().contentType(ContentType.JSON).body(large).post(NOTES).then(), 413, "too-large");
    }

    @Test
    void bad_utf8_is_refused() {
        var body = "{\"text\":\"\u00e5\",\"hours\":1}".getBytes(StandardCharsets.ISO_8859_1);

        problem(
                signedIn()
                        .header("Content-Type", "application/json")
                        .body(body)
                        .post(NOTES)
                        .then(),
                400,
                "invalid");
    }

    @Test
    void half_a_character_is_refused_before_anything_stores_it() {
        for (var half : List.of("\\ud800b", "a\\udc00", "a\\u0000"))
            problem(
                            signedIn()
                                    .contentType(ContentType.JSON)
                                    .body("{\"text\":\"" + half + "\",\"hours\":1}")
                                    .post(NOTES)
                                    .then(),
                            400,
                            "invalid")
                    .body("errors[0].field", equalTo("text"))
                    .body("errors[0].expected", containsString("Unicode text"));
        signedIn()
                .contentType(ContentType.JSON)
                .body("{\"text\":\"\\ud83c\\udfac\",\"hours\":1}")
                .post(NOTES)
                .then()
                .statusCode(200)
                .body("text", equalTo("\ud83c\udfac"));
    }

    @Test
    void a_list_in_place_of_an_object_is_named_in_our_words() {
        problem(signedIn().contentType(ContentType.JSON).body("[]").post(NOTES).then(), 400, "invalid")
                .body("detail", equalTo("body: cannot be read (expected: an object)"));
        problem(signedIn().contentType(ContentType.JSON).post(NOTES).then(), 400, "invalid")
                .body("detail", equalTo("body: missing (expected: a value)"));
    }

    @Test
    void a_body_that_may_be_left_out_may_be_left_out_with_its_content_type() throws Exception {
        var path = NOTES + "/0199a3c8-0000-7000-8000-000000000001/acknowledgement";
        // rest-assured would name a type for us
        var bare = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestTokens.sign(TestTokens.ana(), signature -> {}))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(bare, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("acknowledged");

        problem(signedIn().contentType("text/plain").body("yes").post(path).then(), 415, "unsupported-media-type");
    }

    @Test
    void what_says_nothing_of_media_types_answers_in_json_or_not_at_all() {
        var plain = "/api/v1/plain-notes";
        problem(signedIn().accept("application/xml").get(plain).then(), 406, "not-acceptable")
                .body("detail", equalTo("Accept: application/xml (expected: application/json)"));
        problem(signedIn().header("Accept", "garbage").get(plain).then(), 406, "not-acceptable")
                .body("detail", equalTo("Accept: garbage (expected: application/json)"));
        signedIn()
                .accept("application/xml, application/json;q=0.5")
                .get(plain)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("text", equalTo("plain"));
    }

    @Test
    void every_refusal_of_the_framework_is_a_problem_too() {
        problem(given().get(NOTES).then(), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
        problem(signedIn().get("/api/v1/nowhere").then(), 404, "not-found");
        problem(signedIn().get(NOTES + "/not-a-uuid").then(), 404, "not-found");
        problem(signedIn().delete(NOTES).then(), 405, "method-not-allowed");
        problem(signedIn().contentType(ContentType.XML).body("<a/>").post(NOTES).then(), 415, "unsupported-media-type");
        problem(
                signedIn()
                        .accept("image/png")
                        .get(NOTES + "/" + UUID.randomUUID())
                        .then(),
                406,
                "not-acceptable");
        problem(signedIn().get(NOTES + "/operators").then(), 403, "forbidden");
    }

    @Test
    void what_nobody_expected_tells_no_internals() {
        problem(given().get(NOTES + "/broken").then(), 500, "internal")
                .body(not(containsString("jdbc")))
                .body("traceId", notNullValue());
    }

    @Test
    void a_change_needs_the_version_it_was_based_on() {
        var id = UUID.randomUUID();
        problem(patch(null, id, "{}"), 428, "precondition-required");
        problem(patch(" ", id, "{}"), 428, "precondition-required");
        problem(patch("\"2\"", id, "{}"), 412, "precondition-failed").body("detail", containsString("expected: 3"));
        problem(patch("three", id, "{}"), 400, "invalid");
        patch("\"3.1f\"", id, "{\"text\":\"new\",\"date\":null}")
                .statusCode(200)
                .body("text", equalTo("new"))
                .body("hours", equalTo(1))
                .body("date", nullValue());
        problem(patch("\"3\"", id, "{\"hours\":-5}"), 400, "invalid").body("errors.field", hasItem("hours"));
        problem(patch("\"3\"", id, "{\"colour\":1}"), 400, "invalid").body("errors.field", hasItem("colour"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var address = NOTES + "/" + UUID.randomUUID();
        var etag = signedIn().get(address).then().statusCode(200).extract().header("ETag");
        assertThat(etag).matches("\"3\\.[0-9a-z]+\"");

        var again = signedIn()
                .header("If-None-Match", etag)
                .get(address)
                .then()
                .statusCode(304)
                .extract();

        assertThat(again.body().asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(etag);
        signedIn().header("If-None-Match", "\"3.other\"").get(address).then().statusCode(200);
    }

    @Test
    void a_list_tells_where_it_goes_on() {
        signedIn()
                .get(NOTES + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("next", equalTo("2"))
                .header("Link", containsString("</api/v1/notes?limit=2&cursor=2>; rel=\"next\""));
        problem(signedIn().get(NOTES + "?limit=0").then(), 400, "invalid");
        problem(signedIn().get(NOTES + "?limit=all").then(), 400, "invalid");
    }

    @Test
    void only_our_own_unexpired_es256_tokens_open_the_door() {
        assertOpens(200, TestTokens.ana(), signature -> {});
        assertOpens(401, expired(), signature -> {});
        assertOpens(401, with("iss", "elsewhere"), signature -> {});
        assertOpens(401, with("aud", "elsewhere"), signature -> {});
        assertOpens(401, without("exp"), signature -> {});
        assertOpens(401, without("sub"), signature -> {});
        assertOpens(401, TestTokens.ana(), signature -> signature.setKeyIdHeaderValue("foreign"));
        assertOpens(401, TestTokens.ana(), signature -> {
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKey(new HmacKey("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8)));
        });
        var good = TestTokens.sign(TestTokens.ana(), signature -> {});
        problem(bearer(good.substring(0, good.lastIndexOf('.') + 1)).get(NOTES).then(), 401, "unauthenticated");
        problem(bearer("not.a.token").get(NOTES).then(), 401, "unauthenticated");
    }

    @Test
    void problem_types_can_be_read_about() {
        given().get("/api/v1/problems/precondition-failed")
                .then()
                .statusCode(200)
                .body("status", equalTo(412));
        problem(given().get("/api/v1/problems/made-up").then(), 404, "not-found");
    }

    private static void assertOpens(int status, JwtClaims claims, Consumer<JsonWebSignature> change) {
        bearer(TestTokens.sign(claims, change)).get(NOTES).then().statusCode(status);
    }

    private static JwtClaims expired() {
        var claims = TestTokens.ana();
        claims.setExpirationTimeMinutesInTheFuture(-1);
        return claims;
    }

    private static JwtClaims with(String claim, String value) {
        var claims = TestTokens.ana();
        claims.setClaim(claim, value);
        return claims;
    }

    private static JwtClaims without(String claim) {
        var claims = TestTokens.ana();
        claims.unsetClaim(claim);
        return claims;
    }

    private static ValidatableResponse patch(String ifMatch, UUID id, String body) {
        var request = signedIn().contentType("application/merge-patch+json").body(body);
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.patch(NOTES + "/" + id).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
    }

    private static RequestSpecification signedIn() {
        return bearer(TestTokens.sign(TestTokens.ana(), signature -> {}));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
