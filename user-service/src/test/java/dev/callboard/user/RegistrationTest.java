package dev.callboard.user;

import dev.callboard.kit.test.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javax.sql.DataSource;

import java.sql.SQLException;
import java.util.Map;

import static dev.callboard.user.Client.PASSWORD;
import static dev.callboard.user.Client.join;
import static dev.callboard.user.Client.post;
import static dev.callboard.user.Client.register;
import static dev.callboard.user.Client.signIn;
import static dev.callboard.user.Client.token;
import static dev.callboard.user.Client.verify;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(OwnTokens.class)
class RegistrationTest {
    @Inject
    DataSource database;

    @Test
    void a_known_address_is_answered_as_an_unknown_one_is_and_told_by_mail() {
        var unknown = register("stina@norrsken.example", "Stina Hallberg");
        var first = Mailbox.of("stina@norrsken.example").awaitsOne();
        verify(token(first)).then().statusCode(204);

        var known = register("Stina@Norrsken.example", "Somebody Else");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(202);
        assertThat(known.asString()).isEqualTo(unknown.asString());
        var second = Mailbox.of("stina@norrsken.example").awaits(2).getLast();
        assertThat(second.subject()).isEqualTo("You are registered with Callboard already");
        assertThat(second.text()).contains("Hello Stina Hallberg").doesNotContain("#");
        signIn("stina@norrsken.example", PASSWORD).then().statusCode(200);
    }

    @Test
    void the_mail_says_what_it_is_for_in_its_subject_and_its_first_line() {
        register("eva@norrsken.example", "Eva Sandelin");

        var mail = Mailbox.of("eva@norrsken.example").awaitsOne();

        assertThat(mail.subject()).isEqualTo("Confirm your address for Callboard");
        assertThat(mail.text()).startsWith("Confirm your address for Callboard").contains("/verify#");
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("Confirm this address</a>"));
    }

    @Test
    void a_link_is_good_once() {
        register("fred@studio.example", "Fred Achterberg");
        var token = token(Mailbox.of("fred@studio.example").awaitsOne());

        verify(token).then().statusCode(204);

        verify(token)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/link-used"));
    }

    @Test
    void a_link_is_void_after_a_day() throws SQLException {
        register("arvid@arkitekt.example", "Arvid Kessler");
        var token = token(Mailbox.of("arvid@arkitekt.example").awaitsOne());
        execute("update mailed_links set expires_at = now() - interval '1 second' where user_id ="
                + " (select id from users where email = 'arvid@arkitekt.example')");

        verify(token).then().statusCode(410).body("type", equalTo("/problems/link-expired"));
        signIn("arvid@arkitekt.example", PASSWORD).then().statusCode(401);
    }

    @Test
    void a_new_link_is_mailed_on_request_and_the_older_one_ends_with_its_use() {
        register("hedda@norrsken.example", "Hedda Moberg-Vik");
        var older = token(Mailbox.of("hedda@norrsken.example").awaitsOne());
        post("/users/verification-mails", Map.of("email", "hedda@norrsken.example"))
                .then()
                .statusCode(202);
        var newer = token(Mailbox.of("hedda@norrsken.example").awaits(2).getLast());

        verify(newer).then().statusCode(204);

        verify(older).then().statusCode(409);
        signIn("hedda@norrsken.example", PASSWORD).then().statusCode(200);
    }

    @Test
    void a_stranger_who_registered_the_address_first_leaves_no_password_behind() {
        post("/users", Map.of("email", "bo@norrsken.example", "password", "the stranger's one", "name", "Mallory"));
        Mailbox.of("bo@norrsken.example").awaitsOne();
        register("bo@norrsken.example", "Bo Nyström");
        var own = token(Mailbox.of("bo@norrsken.example").awaits(2).getLast());

        verify(own).then().statusCode(204);

        signIn("bo@norrsken.example", "the stranger's one").then().statusCode(401);
        signIn("bo@norrsken.example", PASSWORD).then().statusCode(200);
    }

    @Test
    void the_password_is_kept_as_argon2id_and_the_token_as_a_hash() throws SQLException {
        join("eva.keeps@norrsken.example", "Eva Sandelin");

        assertThat(value("select password_hash from users where email = 'eva.keeps@norrsken.example'"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(value("select octet_length(token_hash)::text from mailed_links where user_id ="
                        + " (select id from users where email = 'eva.keeps@norrsken.example')"))
                .isEqualTo("32");
        assertThat(value("select count(*)::text from address_requests where password_hash is not null"
                        + " and decided_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_forgotten_password_is_replaced_by_mail_and_ends_all_sessions() {
        join("agnes@post.example", "Agnes Thulin");
        var before = Client.signedIn("agnes@post.example");
        var known = post("/users/password-resets", Map.of("email", "agnes@post.example"));
        var unknown = post("/users/password-resets", Map.of("email", "nobody@post.example"));
        assertThat(known.asString()).isEqualTo(unknown.asString());
        var token = token(Mailbox.of("agnes@post.example").awaits(2).getLast());

        post("/users/password-resets/completions", Map.of("token", token, "password", "password1234"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/password-refused"))
                .body("detail", not(containsString("password1234")));
        post("/users/password-resets/completions", Map.of("token", token, "password", "a quay in the fog"))
                .then()
                .statusCode(204);

        Client.refresh(before.refreshToken()).then().statusCode(401);
        signIn("agnes@post.example", PASSWORD).then().statusCode(401);
        signIn("agnes@post.example", "a quay in the fog").then().statusCode(200);
        assertThat(Mailbox.of("nobody@post.example").mails()).isEmpty();
    }

    @Test
    void what_is_no_address_is_told_what_one_looks_like() {
        given().contentType("application/json")
                .body(Map.of("email", "ana", "password", "the tide turns at four", "name", "Ana"))
                .post("/api/v1/users")
                .then()
                .statusCode(400)
                .body("detail", equalTo("email: ana (expected: an address, such as ana@norrsken.example)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"ana\",\"password\":\"the tide turns at four\",\"name\":\"Ana\"} | 400 | invalid",
                "{\"email\":\"ana@x.example\",\"password\":\"short\",\"name\":\"Ana\"} | 422 | password-refused",
                "{\"email\":\"ana@x.example\",\"password\":\"qwertyuiop123\",\"name\":\"Ana\"} | 422 | password-refused",
                "{\"email\":\"ana@x.example\",\"password\":\"the tide turns at four\",\"name\":\"\"} | 400 | invalid",
                "{\"email\":\"ana@x.example\",\"password\":\"the tide turns at four\",\"name\":\"Ana\",\"zone\":\"Mars/Olympus\"} | 400 | invalid",
                "{\"email\":\"ana@x.example\",\"password\":\"the tide turns at four\",\"name\":\"Ana\",\"role\":\"OPERATOR\"} | 400 | invalid",
                "{\"email\":\"ana@x.example\",\"password\":\"the tide | 400 | invalid",
                "[] | 400 | invalid"
            })
    void a_registration_that_is_not_valid_is_refused_without_its_password(String body, int status, String type) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/users")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("detail", not(containsString("the tide")))
                .body("detail", not(containsString("qwerty")));
    }

    @Test
    void a_token_that_is_none_is_unknown() {
        verify("no-token-of-ours")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/link-unknown"))
                .body("detail", not(containsString("no-token-of-ours")));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
