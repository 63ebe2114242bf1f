package dev.callboard.gateway.upstream;

import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Addresses from configuration, as in a cluster. A host name is asked for again and again: behind a headless service it
 * stands for every ready pod, one instance each. A name that cannot be resolved keeps its last addresses.
 */
public final class NamedAddresses {
    private static final Logger LOG = Logger.getLogger(NamedAddresses.class);

    private final Upstreams upstreams;
    private final Map<String, List<URI>> addresses;

    public NamedAddresses(Map<String, List<URI>> addresses, Upstreams upstreams) {
        this.addresses = addresses;
        this.upstreams = upstreams;
    }

    /** Resolves now and then every {@code period}, off the event loop. */
    public void keepResolving(Vertx vertx, Duration period) {
        resolve();
        vertx.setPeriodic(
                period.toMillis(),
                timer -> vertx.executeBlocking(() -> {
                    resolve();
                    return null;
                }));
    }

    void resolve() {
        addresses.forEach((service, urls) -> {
            try {
                var before = upstreams.known(service);
                var found = new ArrayList<Instance>();
                for (var url : urls) {
                    for (var ip : InetAddress.getAllByName(url.getHost()))
                        found.add(instance(service, url, ip, before));
                }
                upstreams.listed(service, found);
            } catch (UnknownHostException unknown) {
                LOG.warnf(
                        "%s: %s has no address at the moment, the last known are kept", service, unknown.getMessage());
            }
        });
    }

    /** An address that was there before keeps its state. */
    private Instance instance(String service, URI url, InetAddress ip, List<Instance> before) {
        var port = url.getPort() > 0 ? url.getPort() : 80;
        var literal = ip.getHostAddress().contains(":") ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
        var address = URI.create("http://" + literal + ":" + port);
        return before.stream()
                .filter(known -> known.url().equals(address))
                .findFirst()
                .orElseGet(() -> upstreams.instance(
                        new Announcement(service, service + "@" + literal + ":" + port, address, null, null)));
    }

    /** {@code http://a:8080,http://b:8080} */
    public static List<URI> parse(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .toList();
    }
}
