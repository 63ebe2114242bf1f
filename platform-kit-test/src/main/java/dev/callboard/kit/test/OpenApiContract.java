package dev.callboard.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The committed contract of a service, {@code platform-contracts/src/main/resources/openapi/NAME.json}: it equals what
 * the service serves and passes {@link OpenApiLint}. A test of a service:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(PlatformServers.class)
 * class UserContractTest {
 *     @TestHTTPResource(value = "/openapi", management = true)
 *     URL served;
 *
 *     @Test
 *     void the_committed_contract_is_what_is_served() {
 *         OpenApiContract.served(served).equalsCommitted("user");
 *     }
 * }
 * }</pre>
 *
 * A service of several domains checks each with {@link #only}. After a change, {@code ./mvnw -pl user-service test
 * -Dtest=UserContractTest -Dcallboard.contracts.write=true} writes the file anew; its diff is what is reviewed.
 */
public final class OpenApiContract {
    private static final String REFERENCE = "$ref";
    private static final String HERE = "#/";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ObjectNode document;

    private OpenApiContract(ObjectNode document) {
        this.document = document;
    }

    /** @param address of the document on the management port; the query is ours */
    public static OpenApiContract served(URL address) {
        try (var in = URI.create(address + "?format=json").toURL().openStream()) {
            return new OpenApiContract((ObjectNode) JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One domain's part: those paths, the tags they use and the components they lead to. */
    public OpenApiContract only(Predicate<String> paths) {
        var part = document.deepCopy();
        var kept = (ObjectNode) part.path("paths");
        kept.retain(fieldNames(kept).stream().filter(paths).toList());
        if (kept.isEmpty()) throw new AssertionError("no such path among " + fieldNames(document.path("paths")));

        var tags = new LinkedHashSet<String>();
        kept.findValues("tags").forEach(list -> list.forEach(tag -> tags.add(tag.asText())));
        if (part.path("tags").isArray())
            part.withArray("tags")
                    .removeIf(tag -> !tags.contains(tag.path("name").asText()));
        keepReachable(part);
        return new OpenApiContract(part);
    }

    /** A domain's part bears the domain's name; what is served bears the service's. */
    public OpenApiContract titled(String title, String description) {
        var titled = document.deepCopy();
        titled.withObject("/info").put("title", title).put("description", description);
        return new OpenApiContract(titled);
    }

    /** @param name of the file, without its ending */
    public void equalsCommitted(String name) {
        OpenApiLint.check(document);
        var file = root().resolve("platform-contracts/src/main/resources/openapi/" + name + ".json");
        try {
            if (Boolean.getBoolean("callboard.contracts.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text(document));
                return;
            }
            var committed = Files.exists(file) ? Files.readString(file) : "";
            if (!committed.equals(text(document)))
                throw new AssertionError(
                        file.getFileName() + " differs from what is served at "
                                + firstDifference(committed, text(document))
                                + "\nIs the change meant? Then run this test with -Dcallboard.contracts.write=true and commit the file.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepReachable(ObjectNode part) {
        var reachable = new LinkedHashSet<String>();
        follow(part, part.path("paths"), reachable);
        for (var kind : fieldNames(part.path("components"))) {
            if (kind.equals("securitySchemes")) continue;
            var components = (ObjectNode) part.path("components").path(kind);
            components.retain(fieldNames(components).stream()
                    .filter(each -> reachable.contains("components/" + kind + "/" + each))
                    .toList());
        }
    }

    private static void follow(JsonNode document, JsonNode from, Set<String> reached) {
        for (var reference : from.findValues(REFERENCE)) {
            var path = reference.asText().substring(HERE.length());
            if (reached.add(path)) follow(document, document.at("/" + path), reached);
        }
    }

    private static Set<String> fieldNames(JsonNode node) {
        var names = new LinkedHashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** In one order, whatever the order of the classes was. */
    private static String text(JsonNode document) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(document, TreeMap.class)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstDifference(String committed, String served) {
        var before = committed.lines().toList();
        var now = served.lines().toList();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            var one = i < before.size() ? before.get(i) : "(end)";
            var other = i < now.size() ? now.get(i) : "(end)";
            if (!one.equals(other)) return "line %d:%ncommitted %s%nserved    %s".formatted(i + 1, one, other);
        }
        return "its line ends";
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("mvnw"))) return folder;
        throw new IllegalStateException("not inside a checkout of Callboard (expected: a folder above with mvnw)");
    }
}
