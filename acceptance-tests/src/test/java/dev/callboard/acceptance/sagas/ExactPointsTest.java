package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code kill -9} at a chosen point of a saga: before the commit, between commit and send, between send and the deletion
 * of what was sent, between effect and offset, while the provider is asked, and inside a compensation. Not reached from
 * outside: between a broker's append and its acknowledgement, and inside the broker's own commit of offsets.
 */
@Order(11)
class ExactPointsTest {
    private final Platform platform = Platform.shared();
    private final Openings openings = new Openings(platform, 2, 1);

    @AfterEach
    void nothingStaysStopped() {
        platform.letAllGoOn();
    }

    private void allIsWellInTheEnd() {
        openings.askAgainAfterSilence();
        assertThat(Verdict.of(platform, openings).violations()).isEmpty();
    }

    @Test
    void killed_after_the_commit_and_before_the_send() {
        platform.signal("kafka", "STOP");
        openings.ask(2, 1);
        openings.awaitAccepted();
        assertThat(count("projects", unsentReservations()))
                .as("commands that are committed and not sent")
                .isEqualTo(3);

        long killed = platform.kill("project-service");

        platform.signal("kafka", "CONT");
        platform.awaitRestart("project-service", killed);
        allIsWellInTheEnd();
    }

    @Test
    void killed_after_the_send_and_before_its_row_is_deleted() throws SQLException {
        long killed;
        try (var gate = new Gate(platform, "projects", "delete", "kit.outbox")) {
            openings.ask(2, 1);
            openings.awaitAccepted();
            gate.awaitArrival();
            await("account-service has had the command").until(() -> count("accounts", holds()) >= 1);

            killed = platform.kill("project-service");

            gate.buryTheDead();
        }
        platform.awaitRestart("project-service", killed);
        allIsWellInTheEnd();
    }

    @Test
    void killed_before_the_commit_of_an_effect() throws SQLException {
        long killed;
        try (var gate = new Gate(platform, "accounts", "insert", "hold")) {
            openings.ask(2, 1);
            gate.awaitArrival();
            assertThat(count("accounts", holds()))
                    .as("holds that are committed")
                    .isZero();

            killed = platform.kill("account-service");

            gate.buryTheDead();
        }
        platform.awaitRestart("account-service", killed);
        allIsWellInTheEnd();
    }

    @Test
    void killed_after_the_effect_and_before_its_offset() {
        var commands = ConsumerGroup.fundsCommands(platform);
        await("an effect whose offset is not committed")
                .atMost(Openings.PATIENCE)
                .until(() -> {
                    int before = count("accounts", holds());
                    openings.ask(1, 0);
                    await().pollInterval(Duration.ofMillis(5)).until(() -> count("accounts", holds()) > before);
                    platform.signal("account-service", "STOP");
                    if (commands.unread() > 0) return true;
                    platform.signal("account-service", "CONT");
                    return false;
                });

        long killed = platform.kill("account-service");

        platform.awaitRestart("account-service", killed);
        allIsWellInTheEnd();
    }

    /** What the provider answered is heard by nobody: it is asked again by the key of the intent. */
    @Test
    void killed_between_the_providers_yes_and_our_note_of_it() throws SQLException {
        long killed;
        try (var gate = new Gate(platform, "accounts", "insert", "ledger_entry")) {
            openings.ask(1, 0);
            openings.awaitAccepted();
            gate.awaitArrival();
            assertThat(Provider.of(platform).authorizations().values())
                    .as("what the provider has set aside")
                    .anyMatch(authorization ->
                            authorization.get("status").asText().equals("AUTHORIZED"));

            killed = platform.kill("account-service");

            gate.buryTheDead();
        }
        platform.awaitRestart("account-service", killed);
        allIsWellInTheEnd();
    }

    /** Silence for 45 s, which the platform's clock brings about, and account-service dies while it undoes the hold. */
    @Test
    void killed_inside_a_compensation() throws SQLException {
        platform.signal("account-service", "STOP");
        openings.ask(2, 0);
        openings.awaitAccepted();
        platform.clock("+1m", List.of("/projects"));
        await("the silence is taken for a refusal")
                .atMost(Openings.PATIENCE)
                .until(() -> openings.refusedForSilence().size() == 2);

        long killed;
        try (var gate = new Gate(platform, "accounts", "update", "hold")) {
            platform.signal("account-service", "CONT");
            gate.awaitArrival();
            killed = platform.kill("account-service");
            gate.buryTheDead();
        }
        platform.awaitRestart("account-service", killed);
        ConsumerGroup.fundsCommands(platform).awaitAllRead();
        await("what was held is released").atMost(Openings.PATIENCE).until(() -> openings.accounts().stream()
                .allMatch(account -> openings.stina()
                                .get("/accounts/" + account + "/balance")
                                .json()
                                .get("heldMinor")
                                .asLong()
                        == 0));
        allIsWellInTheEnd();
    }

    private String unsentReservations() {
        return "select count(*) from kit.outbox where type like '%ReserveFunds' and payload::json ->> 'accountId' in ("
                + quoted(openings.accounts()) + ")";
    }

    private String holds() {
        return "select count(*) from hold where account_id::text in (" + quoted(openings.accounts()) + ")";
    }

    private static String quoted(List<String> ids) {
        return "'" + String.join("','", ids) + "'";
    }

    private int count(String database, String sql) {
        try (var connection = platform.database(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
