package dev.callboard.project;

import dev.callboard.kit.test.OpenApiContract;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.URL;

/** One contract per domain that may move out one day. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class ContractsTest {
    @TestHTTPResource(value = "/openapi", management = true)
    URL served;

    private static boolean isOfActivities(String path) {
        return path.matches("/api/v1/(projects/\\{projectId}/)?(activities|locations)(/.*)?");
    }

    private static boolean isOfThePlan(String path) {
        return path.matches("/api/v1/projects/\\{projectId}/plan(/.*)?");
    }

    /** Sagas are the kit's, in every service; through the gateway they are those of this one. */
    private static boolean isOfProjects(String path) {
        return !isOfActivities(path)
                && !isOfThePlan(path)
                && path.matches("/api/v1/(projects|accounts|me|crew|bookings|calls|answers|time-cards|sagas)(/.*)?");
    }

    @Test
    void the_contract_of_projects_is_what_is_served() {
        OpenApiContract.served(served)
                .only(ContractsTest::isOfProjects)
                .titled(
                        "Callboard projects",
                        "Projects, crew, bookings, the summoning plan, calls and answers, time cards, sagas.")
                .equalsCommitted("project");
    }

    @Test
    void the_contract_of_plans_is_what_is_served() {
        OpenApiContract.served(served)
                .only(ContractsTest::isOfThePlan)
                .titled(
                        "Callboard plans",
                        "The plan of a project: its activities in their order, versions and publication.")
                .equalsCommitted("plan");
    }

    @Test
    void the_contract_of_activities_is_what_is_served() {
        OpenApiContract.served(served)
                .only(ContractsTest::isOfActivities)
                .titled(
                        "Callboard activities",
                        "Activities with tasks and role requirements, and the locations they need.")
                .equalsCommitted("activity");
    }
}
