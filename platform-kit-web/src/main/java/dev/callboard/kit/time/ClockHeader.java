package dev.callboard.kit.time;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whoever reads an answer of a platform with a moved clock must see that it was moved. */
class ClockHeader {
    private final PlatformClock clock;

    ClockHeader(PlatformClock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        if (!clock.offset().isZero())
            response.getHeaders().putSingle("Callboard-Clock", clock.instant().toString());
    }
}
