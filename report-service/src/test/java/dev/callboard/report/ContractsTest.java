package dev.callboard.report;

import dev.callboard.kit.test.OpenApiContract;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.URL;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class ContractsTest {
    @TestHTTPResource(value = "/openapi", management = true)
    URL served;

    @Test
    void the_committed_contract_is_what_is_served() {
        // the rest is the kit's, in every service
        OpenApiContract.served(served)
                .only(path ->
                        path.matches("/api/v1/(accounts|me|pay-runs|pay-slips|projects|report-runs|renders)(/.*)?"))
                .equalsCommitted("report");
    }
}
