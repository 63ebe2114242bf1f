package dev.callboard.user.registration;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Where mailed links land: one static page at {@code /verify} and {@code /reset}, outside {@code /api/v1}. It uses
 * nothing up by being opened; its script posts the token when its reader presses the button.
 */
@ApplicationScoped
class LinkPageRoute {
    private final String page = read();

    /** Nothing but this page's own script runs, named by its hash, and it talks to nobody but us. */
    private final String policy =
            "default-src 'none'; script-src 'sha256-%s'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                    .formatted(sha256(page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"))));

    void routes(@Observes Router router) {
        for (var path : new String[] {"/verify", "/reset"})
            router.get(path).handler(request -> request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", policy)
                    .putHeader("Referrer-Policy", "no-referrer")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Cache-Control", "no-store")
                    .end(page));
    }

    private static String read() {
        try (var in = LinkPageRoute.class.getResourceAsStream("link.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("link.html", e);
        }
    }

    private static String sha256(String script) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
