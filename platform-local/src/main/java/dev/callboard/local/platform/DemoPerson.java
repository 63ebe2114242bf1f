package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Somebody who can sign in once the demo has run: a row of {@code demo-data/account/people.csv}, whose passwords are for
 * local platforms only.
 *
 * @param locale BCP 47
 * @param zone IANA
 * @param platformRole {@code OPERATOR} or empty
 */
public record DemoPerson(
        String givenName,
        String familyName,
        String email,
        String password,
        String locale,
        String zone,
        String platformRole) {
    /** Everybody, in the order of the file; nobody where there is none. */
    public static List<DemoPerson> all(Path home) {
        Path file = home.resolve("demo-data/account/people.csv");
        if (!Files.exists(file)) return List.of();
        try {
            var rows = Files.readAllLines(file);
            var header = List.of(rows.getFirst().split(","));
            return rows.stream()
                    .skip(1)
                    .filter(row -> !row.isBlank())
                    .map(row -> List.of(row.split(",", -1)))
                    .map(row -> new DemoPerson(
                            row.get(header.indexOf("given_name")),
                            row.get(header.indexOf("family_name")),
                            row.get(header.indexOf("email")),
                            row.get(header.indexOf("password")),
                            row.get(header.indexOf("locale")),
                            row.get(header.indexOf("zone")),
                            row.get(header.indexOf("platform_roles"))))
                    .toList();
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            throw new StartFailure(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** @param name {@code ana}, or her whole address */
    public static DemoPerson named(Path home, String name) {
        var people = all(home);
        return people.stream()
                .filter(person -> person.givenName().equalsIgnoreCase(name)
                        || person.email().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new StartFailure("nobody in the demo is called " + name + " (expected one of: "
                        + people.stream()
                                .map(person -> person.givenName().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ")"));
    }
}
