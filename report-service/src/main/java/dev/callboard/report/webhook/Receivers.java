package dev.callboard.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;

import static dev.callboard.report.webhook.WebhookProblem.WEBHOOK_REFUSED;

/**
 * Whom a webhook may reach: public addresses over TLS, so that nobody makes this service ask its neighbours. A name is
 * looked up for every delivery, and what is connected to is the address that was checked.
 */
@ApplicationScoped
class Receivers {
    private static final int LAST_PORT = 65_535;

    private final NameLookUp names = new NameLookUp();
    private final boolean local;

    /** @param profile in the local one everything may be reached, also without TLS */
    @Inject
    Receivers(@ConfigProperty(name = "callboard.profile", defaultValue = "production") String profile) {
        local = profile.equals("local");
    }

    /** @throws dev.callboard.kit.problem.Problem WEBHOOK_REFUSED */
    void mustBeReachable(URI url) {
        try {
            address(url);
        } catch (IOException refused) {
            throw WEBHOOK_REFUSED.because(refused.getMessage());
        }
    }

    /** @return status of the answer; what it says is not read */
    int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
        return new PinnedPost(url, address(url)).send(headers, body);
    }

    private InetAddress address(URI url) throws IOException {
        var scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("https") && !(local && scheme.equals("http")))
            throw new IOException("url: " + scheme + " (expected: https)");
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null)
            throw new IOException("url: expected: a host, no user and no fragment");
        if (url.getPort() == 0 || url.getPort() > LAST_PORT)
            throw new IOException("url: port " + url.getPort() + " (expected: 1 to " + LAST_PORT + ")");

        var addresses = names.of(url.getHost());
        if (!local && !Arrays.stream(addresses).allMatch(PublicAddress::is))
            throw new IOException("url: " + url.getHost() + " (expected: a public address)");
        return addresses[0];
    }
}
