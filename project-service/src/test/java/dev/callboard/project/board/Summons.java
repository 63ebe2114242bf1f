package dev.callboard.project.board;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.callboard.kit.test.ReceivedMail;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What Ana does before somebody is called, and how the tests look at what comes of it. */
record Summons(Production salt) {
    /** Mail takes its time, on a busy machine too. */
    static void eventually(Runnable expectation) {
        within(Duration.ofSeconds(60), expectation);
    }

    static void within(Duration patience, Runnable expectation) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                expectation.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    void calledIn(String given, String role) {
        calls(role, 1, 120);
        book(given, role);
        publish(200);
    }

    String calls(String role, int count, int offset) {
        return json(salt.ana)
                .body(Map.of("activityId", salt.night, "role", role, "count", count, "callOffsetMinutes", offset))
                .post("/api/v1/projects/{p}/summoning-plan/role-calls", salt.project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    void book(String given, String role) {
        json(salt.ana)
                .body(booking(given, role))
                .post("/api/v1/projects/{p}/bookings", salt.project)
                .then()
                .statusCode(201)
                .body("state", equalTo("CONFIRMED"));
    }

    Map<String, Object> booking(String given, String role) {
        return Map.of(
                "crewEntryId",
                salt.entry(given),
                "role",
                role,
                "from",
                salt.day.minusDays(3).toString(),
                "to",
                salt.day.plusDays(3).toString());
    }

    ValidatableResponse publish(int status) {
        return publish(Map.of(), status);
    }

    ValidatableResponse publish(Map<String, Object> order, int status) {
        var etag = as(salt.ana)
                .get("/api/v1/projects/{p}/summoning-plan", salt.project)
                .header("ETag");
        return json(salt.ana)
                .header("If-Match", etag)
                .body(order)
                .post("/api/v1/projects/{p}/summoning-plan/publication", salt.project)
                .then()
                .statusCode(status);
    }

    ValidatableResponse myCall(String given) {
        return as(salt.token(given))
                .get("/api/v1/projects/{p}/calls", salt.project)
                .then()
                .statusCode(200);
    }

    String call(String given) {
        return JsonPath.from(as(salt.ana)
                        .get("/api/v1/projects/{p}/calls", salt.project)
                        .asString())
                .getString("items.find { it.person.crewEntryId == '" + salt.entry(given) + "' }.id");
    }

    List<String> steps(String given) {
        return JsonPath.from(as(salt.ana).get("/api/v1/calls/{id}", call(given)).asString())
                .<Map<String, String>>getList("steps")
                .stream()
                .map(step -> step.get("track") + " " + step.get("what"))
                .toList();
    }

    static String answerPath(ReceivedMail mail) {
        var link = Pattern.compile("https?://\\S+/a/(\\S+)").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return "/api/v1/answers/" + link.group(1);
    }

    static VEvent event(ReceivedMail mail) {
        var calendar = Biweekly.parse(mail.calendar().orElseThrow()).first();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    static MimeMessage message(String from, String to, String subject) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", ConfigProvider.getConfig().getValue("quarkus.mailer.port", String.class));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        return message;
    }

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).accept(ContentType.JSON);
    }

    static RequestSpecification json(@Nullable String token) {
        var request = given().contentType(ContentType.JSON).accept(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
