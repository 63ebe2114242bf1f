package dev.callboard.acceptance.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.acceptance.platform.Platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong once everything has come to rest: the journal of the clients against the projects, the sagas, the books
 * and the provider. Nothing, when every accepted request had its effect exactly once.
 */
record Verdict(List<String> violations) {
    /**
     * Which reply, as the log of a saga names it, answers which command. A command may be repeated after silence; its
     * answer is heard once for each time.
     */
    private static final Map<String, String> ANSWERS = Map.of(
            "Reserved", "ReserveFunds",
            "Declined", "ReserveFunds",
            "Captured", "CaptureFunds",
            "CaptureDeclined", "CaptureFunds",
            "Released", "ReleaseFunds");

    static Verdict of(Platform platform, Openings openings) {
        return new Reading(platform, openings).verdict();
    }

    private static final class Reading {
        private final Openings openings;
        private final Provider provider;
        private final List<String> violations = new ArrayList<>();
        private final Map<String, List<JsonNode>> projects = new HashMap<>();
        private final Map<String, List<String>> postings = new HashMap<>();

        Reading(Platform platform, Openings openings) {
            this.openings = openings;
            this.provider = Provider.of(platform);
        }

        Verdict verdict() {
            for (var account : openings.accounts()) {
                for (var project : openings.stina().items("/accounts/" + account + "/projects"))
                    projects.computeIfAbsent(project.get("name").asText(), _ -> new ArrayList<>())
                            .add(project);
                for (var entry : openings.stina().items("/accounts/" + account + "/ledger"))
                    postings.computeIfAbsent(entry.get("sagaId").asText(), _ -> new ArrayList<>())
                            .add(entry.get("kind").asText());
                books(account);
            }
            openings.journal().forEach(this::opening);
            postings.forEach(this::once);
            return new Verdict(List.copyOf(violations));
        }

        private void books(String account) {
            var balance = json("/accounts/" + account + "/balance");
            long price =
                    json("/accounts/" + account + "/quote").get("amountMinor").asLong();
            long open = openings.journal().stream()
                    .filter(opening -> opening.accountId().equals(account) && !opening.declines())
                    .count();
            expect("sum of the books of " + account, 0L, balance.get("sumMinor").asLong());
            expect("held by " + account, 0L, balance.get("heldMinor").asLong());
            expect("owed by " + account, 0L, balance.get("owedMinor").asLong());
            expect(
                    "charged to " + account,
                    open * price,
                    balance.get("chargedMinor").asLong());
        }

        private void opening(Opening opening) {
            var made = projects.getOrDefault(opening.name(), List.of());
            expect("projects called " + opening.name(), 1, made.size());
            if (made.size() != 1) return;

            var project = made.getFirst();
            expect(
                    "the project that was promised for " + opening.name(),
                    openings.projectOf(opening),
                    project.get("id").asText());
            expect(
                    "state of " + opening.name(),
                    opening.state(),
                    project.get("state").asText());
            money(opening, project.get("opening").asText());
            saga(opening, json("/sagas/" + project.get("opening").asText()));
        }

        private void money(Opening opening, String saga) {
            var posted =
                    postings.getOrDefault(saga, List.of()).stream().sorted().toList();
            var taken = provider.of(saga);
            if (opening.declines()) {
                expect("postings for " + opening.name(), List.of(), posted);
                expect("authorisations for " + opening.name(), List.of(), taken);
            } else {
                expect("postings for " + opening.name(), List.of("CAPTURE", "HOLD", "INVOICE", "RELEASE"), posted);
                expect("authorisations for " + opening.name(), 1, taken.size());
                expect(
                        "taken for " + opening.name(),
                        true,
                        taken.stream().allMatch(authorization -> authorization.startsWith("CAPTURED ")));
            }
        }

        /** Of every saga, also of one that was given up: each posting once, and what was held is released. */
        private void once(String saga, List<String> posted) {
            expect(
                    "postings of saga " + saga + " more than once",
                    0L,
                    posted.size() - posted.stream().distinct().count());
            expect("the hold of saga " + saga + " is released", posted.contains("HOLD"), posted.contains("RELEASE"));
            for (var authorization : provider.of(saga))
                expect("an authorisation of saga " + saga + " is left", false, authorization.startsWith("AUTHORIZED"));
        }

        private void saga(Opening opening, JsonNode saga) {
            expect(
                    "end of the saga of " + opening.name(),
                    opening.declines() ? "COMPENSATED" : "COMPLETED",
                    saga.get("status").asText());
            var asked = new HashMap<String, Integer>();
            var heard = new HashMap<String, Integer>();
            for (var step : saga.get("steps")) {
                step.get("commands").forEach(command -> asked.merge(command.asText(), 1, Integer::sum));
                heard.merge(step.get("reply").asText(), 1, Integer::sum);
            }
            ANSWERS.forEach((reply, command) -> {
                int answers = heard.getOrDefault(reply, 0);
                int questions = asked.getOrDefault(command, 0);
                if (answers > questions)
                    violations.add("%s heard %s %d times and had asked %s %d times"
                            .formatted(opening.name(), reply, answers, command, questions));
            });
        }

        private JsonNode json(String path) {
            return openings.stina().get(path).mustBe(200).json();
        }

        private void expect(String what, Object expected, Object seen) {
            if (!expected.equals(seen)) violations.add(what + ": " + seen + " (expected: " + expected + ")");
        }
    }
}
