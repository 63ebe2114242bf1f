package dev.callboard.acceptance.pay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.acceptance.platform.Person;
import dev.callboard.acceptance.platform.Platform;
import dev.callboard.acceptance.platform.Verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./callboard demo} on the platform of the tests, walked once; and what it left.
 *
 * @param logs what each service instance that lived through it said meanwhile, by instance
 */
record DemoWalk(Platform platform, Verb verb, Path out, Map<String, String> logs) {
    private static DemoWalk played;

    static synchronized DemoWalk played() {
        if (played == null) {
            var platform = Platform.shared();
            var out = Path.of("target", "out").toAbsolutePath();
            var before = platform.logs();
            var verb = platform.callboard("demo", "--exit", "--out", out.toString());
            played = new DemoWalk(platform, verb, out, before.since());
        }
        return played;
    }

    byte[] file(String name) {
        try {
            return Files.readAllBytes(out.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Register register() {
        return Register.of(file("pay-register.csv"));
    }

    /** Somebody of {@code people.csv}, who has registered during the walk. */
    Person who(String givenName) {
        return platform.known(givenName);
    }

    String account() {
        return json("sagas.json").get(0).get("accountId").asText();
    }

    private String project() {
        return json("sagas.json").get(0).get("subjectId").asText();
    }

    /** The cards that were paid: those that payroll has locked. */
    List<Work> timeCards() {
        var works = new ArrayList<Work>();
        for (var card : who("ana").items("/projects/" + project() + "/time-cards"))
            if (List.of("APPROVED", "LOCKED").contains(card.get("state").asText()))
                works.add(Work.of(card, "The Salt Road"));
        return works;
    }

    /** @return {@code /pay-runs/ID} of the released one */
    String payRun() {
        for (var run : who("eva").items("/accounts/" + account() + "/pay-runs"))
            if (run.get("state").asText().equals("RELEASED"))
                return "/pay-runs/" + run.get("id").asText();
        throw new AssertionError("no pay run is released");
    }
}
