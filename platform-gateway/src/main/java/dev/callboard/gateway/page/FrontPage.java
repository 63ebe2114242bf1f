package dev.callboard.gateway.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static dev.callboard.gateway.page.Resources.escaped;

/** {@code GET /}: what this is, and a way in. The demo people are shown where they exist: on one's own machine. */
public final class FrontPage {
    private final boolean local;

    public FrontPage(boolean local) {
        this.local = local;
    }

    String html() {
        return Resources.text("pages/front.html").replace("{people}", local ? people() : "");
    }

    private static String people() {
        var rows = Resources.find("demo/people.csv").map(FrontPage::records).orElse(List.of());
        if (rows.isEmpty()) return "";
        var items = rows.stream()
                .map(person ->
                        "<tr><td><button type=\"button\" class=\"person\" data-email=\"%s\" data-password=\"%s\">%s</button></td><td>%s</td><td>%s</td></tr>"
                                .formatted(
                                        escaped(person.getOrDefault("email", "")),
                                        escaped(person.getOrDefault("password", "")),
                                        escaped(person.getOrDefault("given_name", "") + " "
                                                + person.getOrDefault("family_name", "")),
                                        escaped(rights(person)),
                                        escaped(person.getOrDefault("what_for", ""))))
                .collect(Collectors.joining("\n"));
        return """
                <section>
                <h2>Sign in as</h2>
                <p>These people are there after <code>./callboard demo</code>. Their mail lands in
                <code>.callboard/mail/</code>, a folder for each address.</p>
                <table><thead><tr><th>Who</th><th>Right</th><th>What for</th></tr></thead>
                <tbody>
                %s
                </tbody></table>
                </section>
                """.formatted(items);
    }

    private static String rights(Map<String, String> person) {
        return List.of("account_rights", "project_right", "platform_roles").stream()
                .map(column -> person.getOrDefault(column, ""))
                .filter(right -> !right.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Our own file, without quotes or line breaks in its fields. */
    private static List<Map<String, String>> records(String csv) {
        var lines = csv.lines().filter(line -> !line.isBlank()).toList();
        var head = List.of(lines.getFirst().split(",", -1));
        return lines.subList(1, lines.size()).stream()
                .map(line -> {
                    var fields = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < Math.min(head.size(), fields.length); i++) row.put(head.get(i), fields[i]);
                    return row;
                })
                .toList();
    }
}
