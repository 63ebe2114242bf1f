package dev.callboard.acceptance.sagas;

import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdict can condemn: the same redelivery, judged in the same way, with the inbox and without. The product has no
 * switch for it; a trigger of the database forgets each row of the inbox as soon as it is written.
 */
@Order(12)
class InboxTest {
    private static final String FORGET = """
            create function acceptance_forget() returns trigger language plpgsql as $$
            begin
                delete from kit.inbox where day = new.day and consumer = new.consumer and event_id = new.event_id;
                return null;
            end $$;
            create trigger acceptance_forget after insert on kit.inbox
            for each row execute function acceptance_forget()
            """;
    private static final String REMEMBER = """
            drop trigger acceptance_forget on kit.inbox;
            drop function acceptance_forget
            """;

    private final Platform platform = Platform.shared();
    private final Openings openings = new Openings(platform, 2, 1);
    private final ConsumerGroup replies = ConsumerGroup.fundsReplies(platform);

    @Test
    void a_redelivery_changes_nothing_with_the_inbox_and_is_found_without() throws SQLException {
        assertThat(afterRedelivery()).isEmpty();

        projects(FORGET);
        try {
            assertThat(afterRedelivery())
                    .isNotEmpty()
                    .allMatch(violation -> violation.contains("heard"), "a reply that was heard twice");
        } finally {
            projects(REMEMBER);
        }
    }

    /** Four openings run through; then project-service is down while its place in the topic is moved back before them. */
    private java.util.List<String> afterRedelivery() {
        replies.awaitAllRead();
        var before = replies.ends();
        openings.ask(3, 1);
        openings.askAgainAfterSilence();
        replies.awaitAllRead();
        assertThat(Verdict.of(platform, openings).violations()).isEmpty();

        platform.scale("project-service", 0);
        replies.moveTo(before);
        assertThat(replies.unread()).as("replies that are delivered once more").isPositive();
        platform.scale("project-service", 1);
        replies.awaitAllRead();
        return Verdict.of(platform, openings).violations();
    }

    private void projects(String sql) throws SQLException {
        try (var projects = platform.database("projects");
                var statement = projects.createStatement()) {
            statement.execute(sql);
        }
    }
}
