package dev.callboard.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** The process as it runs: doors, management port, pages. */
@QuarkusTest
class GatewayTest {
    @Inject
    Gateway gateway;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.management.port")
    int management;

    private String door;

    @BeforeEach
    void findTheDoor() {
        door = "http://127.0.0.1:" + gateway.port();
        RestAssured.port = gateway.port(); // it insists on one of its own
    }

    @Test
    void the_front_page_lets_people_in_and_lists_who_there_is() {
        given().get(door + "/")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("Sign in"))
                .body(containsString("ana@norrsken.example"))
                .body(containsString("/explorer"));
        given().get(door + "/assets/front.js").then().statusCode(200);
        given().get(door + "/explorer").then().statusCode(200).body(containsString("API explorer"));
        given().get(door + "/openapi")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/api/v1/accounts'.post.tags", equalTo(List.of("Accounts")))
                .body("paths.'/api/v1/sessions'.post", notNullValue());
        given().get(door + "/api/v1/platform/mode").then().statusCode(200).body("mode", equalTo("FULL"));
    }

    @Test
    void a_problem_has_a_page_for_people_and_a_document_for_programs() {
        given().accept("text/html")
                .get(door + "/problems/precondition-failed")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("If-Match"));
        given().get(door + "/problems/no-instance").then().statusCode(200).body("status", equalTo(503));
        given().get(door + "/problems/made-up")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void an_instance_announces_itself_answers_and_leaves() throws Exception {
        var service = service();
        var self = """
                {"service":"report-service","instance":"report-service-1","url":"http://127.0.0.1:%d","build":"test"}
                """.formatted(service.actualPort());

        announcing("guess").body(self).post(instances()).then().statusCode(403);
        given().get(instances()).then().body(not(containsString("report-service-1")));
        announcing("shared").body(self).post(instances()).then().statusCode(204);
        given().get(instances()).then().statusCode(200).body("report-service[0].build", equalTo("test"));
        // a service's own problem, found through it
        given().get(door + "/problems/run-cancelled").then().statusCode(200).body("status", equalTo(409));
        announcing("shared").body(self).delete(instances()).then().statusCode(204);
        given().get(instances()).then().body(not(containsString("report-service-1")));
        assertThat(service.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void what_is_for_operators_is_not_behind_the_door() {
        given().get(door + "/q/health/ready").then().statusCode(404).contentType("application/problem+json");
        given().get(door + "/instances").then().statusCode(404);
        given().get("http://127.0.0.1:" + management + "/q/health/ready").then().statusCode(200);
        given().get("http://127.0.0.1:" + management + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("callboard_gateway_requests"));
    }

    private RequestSpecification announcing(String secret) {
        return given().header("X-Instance-Secret", secret).contentType(ContentType.JSON);
    }

    private String instances() {
        return "http://127.0.0.1:" + management + "/instances";
    }

    private HttpServer service() throws Exception {
        return vertx.createHttpServer()
                .requestHandler(
                        request -> request.response()
                                .end(
                                        "[{\"type\":\"/problems/run-cancelled\",\"title\":\"The run was cancelled\",\"status\":409}]"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }
}
