package dev.callboard.report.webhook;

import com.sun.net.httpserver.HttpServer;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.test.PlatformServers;
import dev.callboard.report.HeldRun;
import dev.callboard.report.Norrsken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static dev.callboard.report.Norrsken.eventually;
import static dev.callboard.report.Norrsken.hourly;
import static dev.callboard.report.Norrsken.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class WebhookTest {
    record Received(String path, String delivery, String signature, byte[] body) {}

    @Inject
    Database db;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private Norrsken norrsken;
    private HttpServer fred;
    private String url;

    @BeforeEach
    void fred_listens() throws IOException {
        norrsken = new Norrsken(db);
        fred = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://localhost:" + fred.getAddress().getPort();
        fred.createContext("/", exchange -> {
            var head = exchange.getRequestHeaders();
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    head.getFirst("Callboard-Delivery"),
                    head.getFirst("Callboard-Signature"),
                    exchange.getRequestBody().readAllBytes()));
            var answer = answers.isEmpty() ? 204 : answers.remove();
            if (answer == 302) exchange.getResponseHeaders().add("Location", url + "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        fred.start();
    }

    @AfterEach
    void fred_leaves() {
        fred.stop(0);
    }

    private Response add(RequestSpecification who, String address) {
        return who.contentType("application/json")
                .body("{\"url\": \"" + address + "\"}")
                .post("/api/v1/accounts/" + norrsken.account + "/webhooks");
    }

    private String printed() {
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        return norrsken.printed(payRun);
    }

    @Test
    void the_end_of_a_run_is_told_under_a_signature() {
        var secret = add(norrsken.asEva(), url + "/callboard?of=norrsken")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("secret");
        var run = printed();
        var told = eventually(() -> received, it -> !it.isEmpty()).getFirst();

        assertThat(told.path).isEqualTo("/callboard?of=norrsken");
        assertThat(new String(told.body, UTF_8))
                .contains("\"type\":\"report-run.finished\"", "\"runId\":\"" + id(run) + "\"", "\"done\":1")
                .contains("\"id\":\"" + told.delivery + "\"");
        var seconds = told.signature.substring(2, told.signature.indexOf(','));
        assertThat(told.signature).isEqualTo("t=" + seconds + ",v1=" + hmac(secret, seconds, told.body));
        assertThat(told.signature).isNotEqualTo("t=" + seconds + ",v1=" + hmac("another", seconds, told.body));
    }

    /** As docs/reports.md tells a receiver to check it. */
    private static String hmac(String secret, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), mac.getAlgorithm()));
            var signed = new ByteArrayOutputStream();
            signed.writeBytes((seconds + ".").getBytes(UTF_8));
            signed.writeBytes(body);
            return HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_cancelled_run_is_told_with_what_was_drawn_before() {
        norrsken.employees(hourly("4711", "Bo", "Ekdahl", 28_500)).then().statusCode(200);
        norrsken.hours("4711,2027-10-04,,,,8,WORK,,,\n").then().statusCode(200);
        var payRun = norrsken.calculated("2027-10", "2027-11-25");
        norrsken.approved(payRun);
        add(norrsken.asEva(), url + "/callboard").then().statusCode(201);
        try (var run = new HeldRun(db, norrsken, payRun)) {
            norrsken.asEva().delete(run.path).then().statusCode(204);
            var told = eventually(() -> received, it -> !it.isEmpty()).getFirst();
            assertThat(new String(told.body, UTF_8))
                    .contains("\"type\":\"report-run.cancelled\"", "\"runId\":\"" + run.id + "\"", "\"done\":0");
            norrsken.asEva().delete(run.path).then().statusCode(409);
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void it_is_told_again_under_the_same_id_until_it_is_taken_and_no_redirect_is_followed() {
        answers.addAll(List.of(500, 302, 200));
        add(norrsken.asEva(), url + "/callboard").then().statusCode(201);
        printed();
        for (int attempt = 1; attempt <= 2; attempt++) {
            var sofar = attempt;
            eventually(() -> taken() == 1 || refused() >= sofar, it -> it);
            QuarkusTransaction.requiringNew()
                    .run(() -> db.update(
                            "update webhook_delivery set not_before = clock_timestamp() where ended_at is null"));
        }
        eventually(this::taken, it -> it == 1);
        assertThat(received).hasSize(3).allMatch(it -> it.path.equals("/callboard"));
        assertThat(received).extracting(Received::delivery).containsOnly(received.getFirst().delivery);
    }

    /** Attempts whose failure is written down. */
    private int refused() {
        return count("select coalesce(max(attempts), 0) from webhook_delivery d join webhook w on w.id = d.webhook_id"
                + " where w.account_id = ? and d.last_error is not null and d.not_before > clock_timestamp()"
                + " and d.last_error = case d.attempts when 1 then 'answered 500' else 'answered 302' end");
    }

    private int taken() {
        return count("select count(*) from webhook_delivery d join webhook w on w.id = d.webhook_id"
                + " where w.account_id = ? and d.ended_at is not null and d.last_error is null");
    }

    private int count(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> db.first(sql, row -> row.getInt(1), norrsken.account)
                .orElseThrow());
    }

    @Test
    void an_account_has_its_webhooks_alone_and_removes_them() {
        var hooks = "/api/v1/accounts/" + norrsken.account + "/webhooks";
        var id = add(norrsken.asEva(), url).then().statusCode(201).extract().<String>path("id");
        norrsken.asEva().get(hooks).then().body("items", hasSize(1)).body("items[0].url", equalTo(url));
        assertThat(norrsken.asEva().get(hooks).asString()).doesNotContain("secret");
        Norrsken.as(norrsken.ana, "Ana Ruiz").get(hooks).then().statusCode(403);
        var other = new Norrsken(db);
        other.asEva()
                .delete("/api/v1/accounts/" + other.account + "/webhooks/" + id)
                .then()
                .statusCode(404);
        norrsken.asEva().delete(hooks + "/" + id).then().statusCode(204);
        norrsken.asEva().delete(hooks + "/" + id).then().statusCode(404);
        printed();
        norrsken.asEva().get(hooks).then().body("items", hasSize(0));
        assertThat(received).isEmpty();
    }

    @Test
    void what_is_no_address_is_refused() {
        for (var wrong : List.of(
                "ftp://norrsken.example/",
                "http://",
                "no url at all",
                "http://fred@localhost/",
                "http://localhost:0/",
                "http://localhost:99999/",
                "http://nobody.invalid/"))
            add(norrsken.asEva(), wrong)
                    .then()
                    .statusCode(422)
                    .body("type", containsString("webhook-refused"))
                    .body("detail", containsString("expected: "));
    }

    @Test
    void an_account_has_ten_also_when_more_are_added_at_the_same_moment() {
        List<CompletableFuture<Integer>> asked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = IntStream.range(0, 13)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> add(norrsken.asEva(), url + "/" + i).statusCode(), threads))
                    .toList();
        }
        var answers = asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(it -> it == 201).hasSize(10);
        assertThat(answers).filteredOn(it -> it == 409).hasSize(3);
    }

    @Test
    void an_address_that_nobody_foresaw_is_tried_again_and_holds_nobody_up() {
        var hook = add(norrsken.asEva(), url + "/before")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        // as it was let in before ports were looked at
        QuarkusTransaction.requiringNew()
                .run(() -> db.update(
                        "update webhook set url = 'http://localhost:99999/' where id = ?", UUID.fromString(hook)));
        add(norrsken.asEva(), url + "/behind").then().statusCode(201);
        printed();
        eventually(() -> received, it -> !it.isEmpty());
        eventually(
                () -> count("select count(*) from webhook_delivery d join webhook w on w.id = d.webhook_id"
                        + " where w.account_id = ? and d.ended_at is null and d.last_error like '%99999%'"),
                it -> it == 1);
        assertThat(received).extracting(Received::path).containsOnly("/behind");
    }

    @Test
    void outside_the_local_profile_only_public_addresses_over_tls_are_reached() {
        var receivers = new Receivers("production");
        assertThatThrownBy(() -> receivers.post(URI.create(url), Map.of(), new byte[0]))
                .hasMessage("url: http (expected: https)");
        for (var host : List.of(
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "169.254.169.254",
                "[::1]",
                "[fd00::1]",
                "[::ffff:10.0.0.1]"))
            assertThatThrownBy(() -> receivers.post(URI.create("https://" + host + "/"), Map.of(), new byte[0]))
                    .as(host)
                    .hasMessage("url: " + host + " (expected: a public address)");
        assertThat(received).isEmpty();
    }
}
