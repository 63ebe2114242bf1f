package dev.callboard.acceptance.operations;

import dev.callboard.acceptance.platform.Mailbox;
import dev.callboard.acceptance.platform.Platform;
import dev.callboard.local.platform.DemoPerson;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

/** Who acts, and what the scenes leave to one another. Everybody and everything is new, so that it can be told again. */
final class Story {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    /** The forms of a document that is a table. */
    static final List<String> TABULAR =
            List.of("application/pdf", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Platform platform;
    final Client client;
    final Actor nobody;
    private final LocalDate shootingDay;
    final String run = UUID.randomUUID().toString().substring(0, 8);

    /** Owns the account. */
    Actor stina;
    /** Plans for it. */
    Actor ana;
    /** Pays for it. */
    Actor eva;
    /** May look at it. */
    Actor arvid;
    /** Crew of its project, and nothing in the account. */
    Actor bo;
    /** Has an account of his own. */
    Actor fred;
    /** Operates the platform. */
    Actor olga;

    String account;
    String fredsAccount;
    String project;
    String unit;
    String department;
    String zoe;
    String bosEntry;
    String max;
    String lena;
    String studio;
    String activity;
    String bosLink;
    String lenasLink;
    String zoesCard;
    String payRun;

    Story(Platform platform, Ledger ledger, Contracts contracts) {
        this.platform = platform;
        this.client = new Client(platform.url(), contracts, ledger);
        this.nobody = Actor.nobody(client);
        this.shootingDay = today().plusDays(3);
    }

    /** Before the scenes, with nothing tried out: they need somebody who looks on, and somebody who must not. */
    void cast() {
        stina = register("stina");
        ana = register("ana");
        eva = register("eva");
        arvid = register("arvid");
        bo = register("bo");
        fred = register("fred");
        olga = operator();
        account = open(stina, "Norrsken Produktion AB");
        fredsAccount = open(fred, "Achterberg Studio");
        member(ana, "PLANNER");
        member(eva, "PAYROLL");
        member(arvid, "VIEWER");
        client.wrong().stranger(fred);
        client.wrong().looker(arvid);
        client.wrong().looker(bo);
    }

    String email(String name) {
        return name + "." + run + "@norrsken.example";
    }

    /** Registered, verified and signed in. */
    Actor register(String name) {
        return register(new Actor(client, email(name), "a callboard for " + name + " " + run));
    }

    private Actor register(Actor person) {
        client.send(nobody.posted("/users", registration(person.email(), person.password())))
                .mustBe(202);
        client.send(nobody.posted("/users/verifications", Map.of("token", verification(person.email()))))
                .mustBe(204);
        person.signIn();
        return person;
    }

    static Map<String, String> registration(String email, String password) {
        return Map.of(
                "email", email, "password", password, "name", "Åsa Öberg", "locale", "en", "zone", "Europe/Stockholm");
    }

    String verification(String email) {
        return mail(email, "/verify#([\\w-]+)");
    }

    /** What the newest mail to the address says there. */
    String mail(String email, String pattern) {
        return mailbox()
                .await(email, mail -> mail.text().matches("(?s).*" + pattern + ".*"))
                .find(pattern);
    }

    Mailbox mailbox() {
        return platform.mailbox();
    }

    /** The platform knows its operators by their addresses; an earlier telling may have registered her. */
    private Actor operator() {
        var packaged = DemoPerson.all(platform.home()).stream()
                .filter(person -> person.platformRole().equals("OPERATOR"))
                .findFirst()
                .orElseThrow();
        var person = new Actor(client, packaged.email(), packaged.password());
        var session = Map.of("email", packaged.email(), "password", packaged.password());
        if (client.send(nobody.posted("/sessions", session)).status() == 401) return register(person);
        person.signIn();
        return person;
    }

    private String open(Actor owner, String name) {
        return client.send(owner.posted("/accounts", Map.of("name", name, "currency", "SEK")))
                .mustBe(201)
                .field("id");
    }

    private void member(Actor person, String right) {
        var invitation = Map.of("email", person.email(), "rights", List.of(right));
        client.send(stina.posted(account("/members"), invitation)).mustBe(201);
        client.send(person.posted(account("/members/acceptances"), Map.of("token", invitation(person.email()))))
                .mustBe(200);
    }

    String invitation(String email) {
        return mail(email, account + "/members/acceptances#([\\w-]+)");
    }

    /** As the payment provider makes it, with the secret that it shares with this platform. */
    String signature(String body) {
        var seconds = Instant.now().getEpochSecond();
        try (var file = Files.newBufferedReader(platform.data().resolve("secrets.properties"))) {
            var secrets = new Properties();
            secrets.load(file);
            var secret = secrets.getProperty("payments.webhook-secret").getBytes(UTF_8);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signed = mac.doFinal((seconds + "." + body).getBytes(UTF_8));
            return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(signed));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String account(String path) {
        return "/accounts/" + account + path;
    }

    String project(String path) {
        return "/projects/" + project + path;
    }

    LocalDate shootingDay() {
        return shootingDay;
    }

    LocalDate today() {
        return LocalDate.ofInstant(platform.now(), STOCKHOLM);
    }

    static void until(String what, BooleanSupplier happened) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(happened::getAsBoolean);
    }
}
