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

    @Test
    void the_contract_of_plans_is_what_is_served() {
        OpenApiContract.served(served).only(ContractsTest::isOfThePlan).equalsCommitted("plan");
    }

    @Test
    void the_contract_of_activities_is_what_is_served() {
        OpenApiContract.served(served).only(ContractsTest::isOfActivities).equalsCommitted("activity");
    }
}
