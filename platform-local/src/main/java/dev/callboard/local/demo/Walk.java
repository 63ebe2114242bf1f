package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.local.platform.DemoPerson;
import dev.callboard.local.platform.PlatformClock;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the scenes share: who acts, where, and what was made so far. */
final class Walk {
    final Stage stage;
    final Gateway gateway;
    final PostBox post;
    final Packaged packaged;
    final OutFolder out;
    private final PlatformClock clock;
    private final Map<String, DemoPerson> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    String accountId;
    String projectId;

    Walk(
            Stage stage,
            Gateway gateway,
            PostBox post,
            Packaged packaged,
            OutFolder out,
            PlatformClock clock,
            List<DemoPerson> people) {
        this.stage = stage;
        this.gateway = gateway;
        this.post = post;
        this.packaged = packaged;
        this.out = out;
        this.clock = clock;
        people.forEach(person -> this.people.put(person.givenName(), person));
    }

    DemoPerson who(String name) {
        return people.get(name);
    }

    List<DemoPerson> people() {
        return List.copyOf(people.values());
    }

    String project(String path) {
        return "/projects/" + projectId + path;
    }

    String account(String path) {
        return "/accounts/" + accountId + path;
    }

    /** Moves the platform's time; every service sees it within a fifth of a second. */
    void clock(String instant) {
        try {
            clock.set(instant);
        } catch (IOException e) {
            throw new Stage.Failed("clock: " + e);
        }
        Pause.of(java.time.Duration.ofMillis(400));
    }

    Instant now() {
        try {
            return clock.now();
        } catch (IOException e) {
            throw new Stage.Failed("clock: " + e);
        }
    }

    /** A whole list, page by page. */
    List<JsonNode> items(DemoPerson as, String path) {
        var items = new ArrayList<JsonNode>();
        var next = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String cursor = null;
        do {
            var page = gateway.get(
                            as,
                            cursor == null
                                    ? next
                                    : next + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                    .mustBe(200)
                    .json();
            page.get("items").forEach(items::add);
            cursor = page.path("next").asText(null);
        } while (cursor != null && !cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }

    static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** Minor units with two digits, thousands by comma. */
    static String money(long minor) {
        return String.format(Locale.ROOT, "%,d.%02d", minor / 100, Math.abs(minor % 100));
    }
}
