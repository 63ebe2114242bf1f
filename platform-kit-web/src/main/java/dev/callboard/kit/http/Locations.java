package dev.callboard.kit.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What a resource says as {@code /api/v1/…} stays that. The framework resolves it against its own base address, which
 * repeats the prefix and names the host of this process: no client knows it.
 */
class Locations {
    @ConfigProperty(name = "quarkus.rest.path", defaultValue = "")
    String base;

    @ServerResponseFilter
    public void asSaid(ContainerResponseContext response) {
        var location = response.getLocation();
        if (location == null || base.isEmpty()) return;

        var path = location.getRawPath();
        if (!path.startsWith(base + base + "/")) return;
        var query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        response.getHeaders().putSingle(HttpHeaders.LOCATION, path.substring(base.length()) + query);
    }
}
