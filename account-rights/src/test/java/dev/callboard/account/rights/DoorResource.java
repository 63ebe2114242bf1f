package dev.callboard.account.rights;

import dev.callboard.contracts.account.AccountRight;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import java.util.UUID;

/** A service that opens its door to planners, and its safe to payroll. */
@Path("/doors/{accountId}")
@Authenticated
@RunOnVirtualThread
public class DoorResource {
    @Inject
    AccountRights rights;

    @Inject
    Caller caller;

    @GET
    public List<String> open(@RestPath UUID accountId) {
        rights.require(accountId, caller, AccountRight.PLANNER);
        return rights.of(accountId, caller).stream().map(Enum::name).sorted().toList();
    }

    @GET
    @Path("safe")
    public String openSafe(@RestPath UUID accountId) {
        rights.require(accountId, caller, AccountRight.PAYROLL);
        rights.requireFresh();
        return "open";
    }
}
