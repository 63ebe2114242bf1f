package dev.callboard.acceptance.operations;

import dev.callboard.acceptance.platform.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import java.io.IOException;
import java.net.URI;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One production from the first registration to the last slip, told so that each operation of the committed contracts
 * gives each answer that it documents, through the gateway, and no other.
 */
@Order(90) // late: it leaves the clock a fortnight ahead
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDocumentedAnswerTest {
    private final Platform platform = Platform.shared();
    private final Contracts contracts = Contracts.committed(platform.home());
    private final Ledger ledger = new Ledger(contracts);
    private final Story story = new Story(platform, ledger, contracts);

    @BeforeAll
    void everybody_is_there() {
        story.cast();
    }

    @Test
    @Order(1)
    void people_look_after_themselves() {
        new UserScene(story).play();
    }

    @Test
    @Order(2)
    void an_account_has_members_and_cards() {
        new AccountScene(story).play();
    }

    @Test
    @Order(3)
    void a_project_is_refused_opened_and_closed() {
        new ProjectScene(story).play();
    }

    @Test
    @Order(4)
    void a_project_has_a_crew() {
        new CrewScene(story).play();
    }

    @Test
    @Order(5)
    void a_plan_is_made_published_and_locked() {
        new PlanScene(story).play();
    }

    @Test
    @Order(6)
    void people_are_called_and_answer() {
        new CallScene(story).play();
    }

    @Test
    @Order(7)
    void work_is_written_down_and_approved() {
        new WorkScene(story).play();
    }

    @Test
    @Order(8)
    void a_month_is_paid() {
        new PayScene(story).play();
    }

    @Test
    @Order(9)
    void leave_is_asked_for_and_decided() {
        new LeaveScene(story).play();
    }

    @Test
    @Order(10)
    void slips_are_printed() {
        new ReportScene(story).play();
    }

    @Test
    @Order(11)
    void what_was_open_ends() {
        new LateScene(story).play();
    }

    @Test
    @Order(90)
    void nothing_was_answered_that_no_contract_says() {
        assertThat(ledger.complaints()).isEmpty();
    }

    @Test
    @Order(92)
    void every_problem_has_its_page() throws IOException {
        assertThat(ledger.problemTypes()).isNotEmpty();
        for (var type : ledger.problemTypes()) {
            try (var page = URI.create(platform.url() + type).toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), UTF_8)).as(type).contains(type);
            }
        }
    }

    @Test
    @Order(91)
    void every_documented_answer_was_given() {
        assertThat(ledger.missing()).isEmpty();
    }
}
