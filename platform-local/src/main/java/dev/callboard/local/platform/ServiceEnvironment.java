package dev.callboard.local.platform;

import dev.callboard.local.infrastructure.Secrets;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a service is told at its start: the same names as in the cluster's ConfigMap and Secret. Each service gets the
 * secrets that it uses and no others.
 */
final class ServiceEnvironment {
    /** The mailbox that the platform writes from and reads answers and bounces in. */
    static final String MAIL_ADDRESS = "call@norrsken.example";

    private final PlatformFolder folder;
    private final Map<String, String> endpoints;
    private final Secrets secrets;
    private final String gateway;
    private final String announceTo;

    /**
     * @param endpoints  of the infrastructure
     * @param gateway    the public address, {@code http://localhost:8080}
     * @param announceTo the gateway's management address
     */
    ServiceEnvironment(
            PlatformFolder folder, Map<String, String> endpoints, Secrets secrets, String gateway, String announceTo) {
        this.folder = folder;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.gateway = gateway;
        this.announceTo = announceTo;
    }

    Map<String, String> of(Service service) {
        var variables = new TreeMap<String, String>();
        variables.put("CALLBOARD_PROFILE", "local");
        variables.put("CALLBOARD_CLOCK_FILE", folder.clock().toString());
        variables.put("CALLBOARD_PUBLIC_URL", gateway);
        variables.put("CALLBOARD_JWKS_URL", gateway + "/.well-known/jwks.json");
        variables.put("CALLBOARD_ANNOUNCE_SECRET", secrets.of("announce.secret"));
        variables.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + endpoint("redis.port"));
        service.database().ifPresent(database -> behindTheGateway(variables, database));
        switch (service) {
            case USER -> {
                variables.put("CALLBOARD_KEYS_SECRET", secrets.of("keys.secret"));
                variables.put("CALLBOARD_OPERATORS", operators());
            }
            case ACCOUNT -> {
                variables.put("CALLBOARD_PAYMENTS_URL", endpoint("payments.url"));
                variables.put("CALLBOARD_PAYMENTS_KEY", endpoint("payments.key"));
                variables.put("CALLBOARD_PAYMENTS_WEBHOOK_SECRET", endpoint("payments.webhook-secret"));
            }
            case PROJECT -> variables.put("CALLBOARD_LINKS_SECRET", secrets.of("links.secret"));
            case REPORT -> variables.put("CALLBOARD_PROJECTS_URL", gateway);
            case GATEWAY -> {}
        }
        return variables;
    }

    private void behindTheGateway(Map<String, String> variables, String database) {
        variables.put("CALLBOARD_ANNOUNCE_TO", announceTo);
        variables.put("CALLBOARD_ACCOUNTS_URL", gateway);
        variables.put("CALLBOARD_BLOBS_FOLDER", folder.blobs().toString());
        variables.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + endpoint("postgres.port") + "/" + database);
        variables.put("QUARKUS_DATASOURCE_USERNAME", endpoint("postgres.user"));
        variables.put("QUARKUS_DATASOURCE_PASSWORD", endpoint("postgres.password"));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", endpoint("kafka.bootstrap"));
        variables.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        variables.put("QUARKUS_MAILER_PORT", endpoint("smtp.port"));
        variables.put("CALLBOARD_MAIL_FROM", MAIL_ADDRESS);
        variables.put("CALLBOARD_INBOUND_MAIL_HOST", "127.0.0.1");
        variables.put("CALLBOARD_INBOUND_MAIL_PORT", endpoint("imap.port"));
        variables.put("CALLBOARD_INBOUND_MAIL_USER", MAIL_ADDRESS);
        variables.put("CALLBOARD_INBOUND_MAIL_PASSWORD", MAIL_ADDRESS);
    }

    private String operators() {
        return DemoPerson.all(folder.home()).stream()
                .filter(person -> person.platformRole().equals("OPERATOR"))
                .map(DemoPerson::email)
                .collect(Collectors.joining(","));
    }

    private String endpoint(String name) {
        String value = endpoints.get(name);
        if (value == null) throw new IllegalStateException(name + " is not among " + endpoints.keySet());
        return value;
    }
}
