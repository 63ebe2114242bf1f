package dev.callboard.user;

import dev.callboard.kit.test.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.net.MalformedURLException;

@QuarkusTest
@WithTestResource(OwnTokens.class)
class UserContractTest {
    @Test
    void the_committed_contract_is_what_is_served() throws MalformedURLException {
        OpenApiContract.served(OwnTokens.managementUrl("/q/openapi"))
                .only(path ->
                        path.matches("/api/v1/(users|sessions|me)(/.*)?")) // the rest is the kit's, in every service
                .equalsCommitted("user");
    }
}
