package dev.callboard.acceptance.calendar;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.callboard.acceptance.platform.Person;
import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The weekend of 30 and 31 October 2027 in three zones: Stockholm and Lisbon set their clocks back at 01:00 UTC on
 * Sunday, Reykjavík never does. Every invitation is one event, at the instant that is meant.
 */
@Order(95) // moves the clock to October 2027, and the demo goes on from there
class InvitationTest {
    /**
     * @param start as the planner types it, in the clock of the place
     * @param begin the call, an hour before the start where nobody says otherwise; worked out by hand, as the end is.
     *     After the change it falls into the hour that Stockholm and Lisbon have twice, and is the second of the two
     */
    private record Scene(String title, String place, String day, String start, int minutes, String begin, String end) {}

    private static final List<Scene> SCENES = List.of(
            new Scene(
                    "Quay by day",
                    "Slussen",
                    "2027-10-29",
                    "2027-10-29T08:30",
                    240,
                    "2027-10-29T05:30:00Z",
                    "2027-10-29T10:30:00Z"),
            new Scene(
                    "Quay by night",
                    "Slussen",
                    "2027-10-30",
                    "2027-10-30T20:00",
                    660,
                    "2027-10-30T17:00:00Z",
                    "2027-10-31T05:00:00Z"),
            new Scene(
                    "Quay after the change",
                    "Slussen",
                    "2027-10-31",
                    "2027-10-31T03:30",
                    120,
                    "2027-10-31T01:30:00Z",
                    "2027-10-31T04:30:00Z"),
            new Scene(
                    "Ferry by day",
                    "Cais do Sodré",
                    "2027-10-29",
                    "2027-10-29T08:30",
                    240,
                    "2027-10-29T06:30:00Z",
                    "2027-10-29T11:30:00Z"),
            new Scene(
                    "Ferry by night",
                    "Cais do Sodré",
                    "2027-10-30",
                    "2027-10-30T21:00",
                    540,
                    "2027-10-30T19:00:00Z",
                    "2027-10-31T05:00:00Z"),
            new Scene(
                    "Ferry after the change",
                    "Cais do Sodré",
                    "2027-10-31",
                    "2027-10-31T02:30",
                    120,
                    "2027-10-31T01:30:00Z",
                    "2027-10-31T04:30:00Z"),
            new Scene(
                    "Lighthouse by day",
                    "Reykjanes",
                    "2027-10-29",
                    "2027-10-29T08:30",
                    240,
                    "2027-10-29T07:30:00Z",
                    "2027-10-29T12:30:00Z"),
            new Scene(
                    "Lighthouse by night",
                    "Reykjanes",
                    "2027-10-30",
                    "2027-10-30T20:00",
                    600,
                    "2027-10-30T19:00:00Z",
                    "2027-10-31T06:00:00Z"),
            new Scene(
                    "Lighthouse after the change",
                    "Reykjanes",
                    "2027-10-31",
                    "2027-10-31T03:30",
                    120,
                    "2027-10-31T02:30:00Z",
                    "2027-10-31T05:30:00Z"));

    private static final Map<String, String> ZONES =
            Map.of("Slussen", "Europe/Stockholm", "Cais do Sodré", "Europe/Lisbon", "Reykjanes", "Atlantic/Reykjavik");

    private final Platform platform = Platform.shared();
    private final Person ana = platform.register("Ana", "Lindqvist");
    private String project;

    @Test
    void every_invitation_is_one_event_at_the_instant_that_is_meant() {
        platform.clock("2027-10-01T09:00:00+02:00");
        open();
        var emails = new HashMap<Scene, String>();
        for (var scene : SCENES) emails.put(scene, "bo." + UUID.randomUUID() + "@post.example");
        enter(emails);
        publish();

        for (var scene : SCENES) {
            var mail = platform.mailbox()
                    .await(emails.get(scene), found -> found.calendar().isPresent());
            var calendars = Biweekly.parse(mail.calendar().orElseThrow()).all();
            assertThat(calendars).as(scene.title()).hasSize(1);
            assertThat(calendars.getFirst().getMethod().getValue()).isEqualTo("REQUEST");
            assertThat(calendars.getFirst().getEvents()).as(scene.title()).hasSize(1);
            VEvent event = calendars.getFirst().getEvents().getFirst();
            assertThat(event.getDateStart().getValue().toInstant())
                    .as("begin of %s in %s", scene.title(), ZONES.get(scene.place()))
                    .isEqualTo(Instant.parse(scene.begin()));
            assertThat(event.getDateEnd().getValue().toInstant())
                    .as("end of %s in %s", scene.title(), ZONES.get(scene.place()))
                    .isEqualTo(Instant.parse(scene.end()));
            assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo(emails.get(scene));
        }
    }

    private void open() {
        var account = ana.post("/accounts", Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                .mustBe(201)
                .field("id");
        ana.post(
                        "/accounts/" + account + "/payment-methods",
                        Map.of(
                                "number",
                                "4242 4242 4242 4242",
                                "expMonth",
                                12,
                                "expYear",
                                2031,
                                "cvc",
                                "123",
                                "default",
                                true))
                .mustBe(201);
        project = "/projects/"
                + ana.post(
                                "/projects",
                                Map.of("accountId", account, "name", "The Salt Road", "zone", "Europe/Stockholm"))
                        .mustBe(202)
                        .field("id");
        await("the project is open")
                .atMost(Duration.ofMinutes(3))
                .until(() -> ana.get(project).field("state").equals("OPEN"));
    }

    /** A unit, a role and a person of its own for each scene, so that nobody is called to two. */
    private void enter(Map<Scene, String> emails) {
        var crew = new ArrayList<>(List.of("email,given_name,family_name,phone,locale,department,roles,employee_no"));
        var activities = new ArrayList<>(
                List.of("number,title,unit,location,working_day,start,duration_minutes,roles,depends_on,notes"));
        var locations =
                new ArrayList<>(List.of("name,address,latitude,longitude,zone,exclusive,unit_base,parking,access,"
                        + "hospital_name,hospital_address,hospital_phone,contact_name,contact_phone,radio,power"));
        ana.post(project + "/departments", Map.of("name", "Grip", "contact", "+46701740609"))
                .mustBe(201);
        ZONES.forEach((place, zone) -> locations.add(place + ",Quay 1,59.3203,18.0730," + zone
                + ",false,,,,Hospital,Road 1,+46701740619,Tora Kajberg,+46701740620,,"));
        int number = 0;
        for (var scene : SCENES) {
            var role = "grip " + ++number;
            ana.post(project + "/units", Map.of("name", "Unit " + number)).mustBe(201);
            ana.post(project + "/roles", Map.of("name", role)).mustBe(201);
            crew.add("%s,Bo %d,Nyström,,sv-SE,Grip,%s,".formatted(emails.get(scene), number, role));
            activities.add("%d,%s,Unit %d,%s,%s,%s,%d,%s:1,,"
                    .formatted(
                            number,
                            scene.title(),
                            number,
                            scene.place(),
                            scene.day(),
                            scene.start(),
                            scene.minutes(),
                            role));
        }
        csv("/locations/import", locations);
        csv("/crew/import", crew);
        csv("/activities/import", activities);
    }

    private void publish() {
        ana.change("POST", project + "/plan", project + "/plan/publication", Map.of())
                .mustBe(200);
        for (var entry : ana.items(project + "/crew"))
            ana.post(
                            project + "/bookings",
                            Map.of(
                                    "crewEntryId",
                                    entry.get("id").asText(),
                                    "role",
                                    entry.get("roles").get(0).asText(),
                                    "from",
                                    "2027-10-28",
                                    "to",
                                    "2027-11-02"))
                    .mustBe(201);
        ana.post(project + "/summoning-plan/role-calls/from-activities", null).mustBe(200);
        ana.change(
                        "POST",
                        project + "/summoning-plan",
                        project + "/summoning-plan/publication",
                        Map.of("dates", List.of("2027-10-29", "2027-10-30", "2027-10-31")))
                .mustBe(200);
    }

    private void csv(String path, List<String> lines) {
        var answer = ana.send(
                "POST",
                project + path,
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString(String.join("\n", lines) + "\n"));
        assertThat(answer.status()).as("%s: %s", path, answer.text()).isBetween(200, 299);
    }
}
