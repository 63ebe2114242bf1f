package dev.callboard.user;

import dev.callboard.kit.test.Mailbox;
import dev.callboard.kit.test.ReceivedMail;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.Map;

import static io.restassured.RestAssured.given;

/** What a person does with her browser and her mail program. */
final class Client {
    static final String PASSWORD = "the tide turns at four";

    record Tokens(String accessToken, String refreshToken) {
        static Tokens of(Response response) {
            var body = response.then().statusCode(200).extract().jsonPath();
            return new Tokens(body.getString("accessToken"), body.getString("refreshToken"));
        }
    }

    private Client() {}

    static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1" + path);
    }

    static Response register(String email, String name) {
        return post(
                "/users",
                Map.of(
                        "email", email,
                        "password", PASSWORD,
                        "name", name,
                        "locale", "sv-SE",
                        "zone", "Europe/Stockholm"));
    }

    /** Registered, verified by the mailed link. */
    static void join(String email, String name) {
        register(email, name).then().statusCode(202);
        verify(token(Mailbox.of(email).awaitsOne())).then().statusCode(204);
    }

    static Response verify(String token) {
        return post("/users/verifications", Map.of("token", token));
    }

    /** What stands in the fragment of the mailed link. */
    static String token(ReceivedMail mail) {
        return mail.link().substring(mail.link().indexOf('#') + 1);
    }

    static Response signIn(String email, String password) {
        return post("/sessions", Map.of("email", email, "password", password));
    }

    static Tokens signedIn(String email) {
        return Tokens.of(signIn(email, PASSWORD));
    }

    static Response refresh(String refreshToken) {
        return post("/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    static Response get(String path, String accessToken) {
        return given().auth().oauth2(accessToken).get("/api/v1" + path);
    }
}
