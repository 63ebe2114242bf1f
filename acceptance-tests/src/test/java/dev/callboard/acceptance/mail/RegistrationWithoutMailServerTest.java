package dev.callboard.acceptance.mail;

import dev.callboard.acceptance.platform.Person;
import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The mail server is away: nobody who registers notices, and each mail arrives once when it is back. */
@Order(31)
class RegistrationWithoutMailServerTest {
    private static final int PEOPLE = 12;

    private final Platform platform = Platform.shared();
    private final Person nobody = Person.nobody(platform);

    @AfterEach
    void theMailServerIsThere() {
        platform.scale("mail", 1);
    }

    @Test
    void registrations_are_answered_without_it_and_each_mail_arrives_once_after() {
        platform.scale("mail", 0);
        var addresses = IntStream.range(0, PEOPLE)
                .mapToObj(n -> "bo.%d.%s@norrsken.example".formatted(n, UUID.randomUUID()))
                .toList();

        for (var address : addresses)
            nobody.post("/users", Person.registration(address, "Bo Nyström")).mustBe(202);

        assertThat(addresses).allMatch(address -> platform.mailbox().of(address).isEmpty());
        assertThat(waiting(addresses.getFirst()))
                .as("mails that wait for the first of them")
                .isOne();
        platform.scale("mail", 1);
        for (var address : addresses)
            platform.mailbox().await(address, mail -> mail.text().contains("/verify#"));
        await("no mail of theirs waits any more").atMost(Duration.ofMinutes(2)).until(() -> addresses.stream()
                .allMatch(address -> waiting(address) == 0));
        for (var address : addresses) {
            var mails = platform.mailbox().of(address);
            assertThat(mails).as(address).hasSize(1);
            var token = mails.getFirst().find("/verify#([\\w-]+)");
            assertThat(nobody.post("/users/verifications", Map.of("token", token))
                            .status())
                    .as("the link that came late works")
                    .isBetween(200, 299);
        }
    }

    private int waiting(String address) {
        try (var users = platform.database("users");
                var query = users.prepareStatement(
                        "select count(*) from kit.mail where ended_at is null and mail::text like ?")) {
            query.setString(1, "%" + address + "%");
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
