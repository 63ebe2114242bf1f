package dev.callboard.gateway.route;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {
    private final Routes routes = Routes.ofThePlatform();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users,                        user-service",
        "/api/v1/sessions/current,             user-service",
        "/api/v1/me,                           user-service",
        "/api/v1/me/export,                    user-service",
        "/api/v1/me/calls,                     project-service",
        "/api/v1/me/time-cards,                project-service",
        "/api/v1/me/pay-slips,                 report-service",
        "/api/v1/me/pay-slips/7/lines,         report-service",
        "/api/v1/accounts,                     account-service",
        "/api/v1/accounts/7/members,           account-service",
        "/api/v1/accounts/7/projects,          project-service",
        "/api/v1/accounts/7/benefits/import,   report-service",
        "/api/v1/accounts/7/employees/import,  report-service",
        "/api/v1/accounts/7/leave/import,      report-service",
        "/api/v1/accounts/7/leave-requests,    report-service",
        "/api/v1/accounts/7/leave-requests/3/approval, report-service",
        "/api/v1/accounts/7/leave-adjustments, report-service",
        "/api/v1/accounts/7/pay-runs,          report-service",
        "/api/v1/accounts/7/logo,              report-service",
        "/api/v1/pay-runs/7/register,          report-service",
        "/api/v1/projects/7/calls/summary,     project-service",
        "/api/v1/projects/7/days/2027-10-30/call-sheet, project-service",
        "/api/v1/projects/7/call-sheets/2027-10-30, report-service",
        "/api/v1/projects/7/documents/plan,    report-service",
        "/api/v1/accounts/7/documents/statement, report-service",
        "/api/v1/sagas/7,                      project-service",
        "/.well-known/jwks.json,               user-service",
        "/api/v1/dead-letters/user-service,    user-service",
    })
    void the_longest_pattern_says_where(String path, String service) {
        assertThat(routes.match(path).orElseThrow().route().service()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/v1", "/api/v1/nothing", "/api/v2/projects", "/api/v1/projectsx", "/q/health", "/instances"})
    void what_no_pattern_names_goes_nowhere(String path) {
        assertThat(routes.match(path)).isEmpty();
    }

    @Test
    void an_answer_link_is_short_outside_and_shows_no_token_in_a_template() {
        var match = routes.match("/a/aTokenOfBo").orElseThrow();

        assertThat(match.target()).isEqualTo("/api/v1/answers/aTokenOfBo");
        assertThat(match.template()).isEqualTo("/a/{token}");
        assertThat(routes.match("/api/v1/answers/x/calendar").orElseThrow().template())
                .isEqualTo("/api/v1/answers/{token}/{…}");
        assertThat(routes.match("/webhooks/payments").orElseThrow().target()).isEqualTo("/api/v1/webhooks/payments");
    }

    @Test
    void the_dead_letters_of_a_service_are_asked_for_by_its_name() {
        var match = routes.match("/api/v1/dead-letters/report-service/7/replay").orElseThrow();

        assertThat(match.route().service()).isEqualTo("report-service");
        assertThat(match.target()).isEqualTo("/api/v1/dead-letters/7/replay");
        assertThat(routes.match("/api/v1/dead-letters")).isEmpty();
    }

    @Test
    void one_may_become_known_without_a_token_and_do_nothing_else() {
        assertThat(needsToken("/api/v1/users/verifications", HttpMethod.POST)).isFalse();
        assertThat(needsToken("/api/v1/sessions", HttpMethod.POST)).isFalse();
        assertThat(needsToken("/api/v1/sessions", HttpMethod.GET)).isTrue();
        assertThat(needsToken("/api/v1/sessions/7", HttpMethod.DELETE)).isTrue();
        assertThat(needsToken("/api/v1/accounts", HttpMethod.POST)).isTrue();
        assertThat(needsToken("/api/v1/accounts/7/members/acceptances", HttpMethod.GET))
                .isFalse();
        assertThat(needsToken("/api/v1/accounts/7/members/acceptances", HttpMethod.POST))
                .isTrue();
    }

    private boolean needsToken(String path, HttpMethod method) {
        return routes.match(path).orElseThrow().route().access().needsToken(method);
    }
}
