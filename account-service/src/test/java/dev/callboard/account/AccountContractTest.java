package dev.callboard.account;

import dev.callboard.kit.test.OpenApiContract;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.URL;

@QuarkusTest
@WithTestResource(PlatformServers.class)
class AccountContractTest {
    @TestHTTPResource(value = "/openapi", management = true)
    URL served;

    @Test
    void the_committed_contract_is_what_is_served() {
        OpenApiContract.served(served)
                .only(path -> path.startsWith("/api/v1/accounts") || path.startsWith("/api/v1/webhooks"))
                .equalsCommitted("account");
    }
}
