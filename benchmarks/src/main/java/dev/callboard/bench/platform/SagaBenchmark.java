package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Goal;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A project opened end to end: asked of the gateway, until the gateway says OPEN or REFUSED. */
public final class SagaBenchmark implements Benchmark {
    private static final List<String> COMPONENTS =
            List.of("account-service", "kafka", "platform-gateway", "postgres", "project-service");
    /** Some minute and a half of work for two cores: before it the compilers of the JVMs are what is measured. */
    private static final int WARM_UP = 300;

    private static final int OPENINGS = 200;
    private static final int DECLINED_EVERY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String question() {
        return "how long the opening of a project takes: two services over Kafka and the payment sandbox";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result("The open-project saga", "what", "p50 ms", "p99 ms", "goal", "met");
        try (var platform = new LocalPlatform(home)
                .only("user-service", "account-service", "project-service", "platform-gateway")) {
            platform.up();
            var stina =
                    platform.client().registered("Stina Hallberg", "stina@norrsken.example", "who pays the ferryman");
            var accounts = new Accounts(stina, "4242 4242 4242 4242");
            for (int at = 0; at < WARM_UP; at++) open(stina, accounts.withRoom(), "OPEN", new Millis());

            var before = cpu(platform);
            var opened = new Millis();
            var reads = new Millis();
            for (int at = 0; at < OPENINGS; at++) {
                var project = open(stina, accounts.withRoom(), "OPEN", opened);
                long begin = System.nanoTime();
                stina.get("/projects/" + project).mustBe(200);
                reads.since(begin);
            }
            var after = cpu(platform);
            var spent = new StringJoiner(", ");
            after.forEach((component, seconds) ->
                    spent.add("%s %.1f".formatted(component, 1000 * (seconds - before.get(component)) / OPENINGS)));
            result.note("CPU per opening, its read and the looks at it with it, ms: " + spent + ".");
            var broke = new Accounts(stina, "4000 0000 0000 0002");
            var refused = new Millis();
            for (int at = 0; at < OPENINGS / DECLINED_EVERY; at++) open(stina, broke.withRoom(), "REFUSED", refused);

            var goal = Goal.below("p50", 60, "", opened.at(50)).and(Goal.below("p99", 250, "", opened.at(99)));
            row(result, OPENINGS + " openings, one at a time, asked to OPEN", opened, goal);
            row(result, "openings with a card that is declined, to REFUSED", refused, Goal.NONE);
            row(result, "beside them: one read through the gateway", reads, Goal.NONE);
            for (var account : accounts.all) settled(stina, account, result);
            for (var account : broke.all) settled(stina, account, result);
            result.note("Checked: every project ended as its card says, nothing stays reserved, the ledger balances.");
        }
        return result;
    }

    private static Map<String, Double> cpu(LocalPlatform platform) {
        var seconds = new TreeMap<String, Double>();
        for (var component : COMPONENTS) seconds.put(component, platform.cpuSeconds(component));
        return seconds;
    }

    private static void row(Result result, String what, Millis millis, Goal goal) {
        result.row(what, "%.1f".formatted(millis.at(50)), "%.1f".formatted(millis.at(99)), goal.text(), goal.verdict());
        result.figure(what, Map.of("p50", millis.at(50), "p99", millis.at(99)));
    }

    private static void settled(Client stina, String account, Result result) {
        var balance = Wait.forValue(
                "every hold is captured",
                PATIENCE,
                () -> stina.get("/accounts/" + account + "/balance").mustBe(200).json(),
                found -> found.get("heldMinor").asLong() == 0);
        if (balance.get("sumMinor").asLong() != 0) result.failure("the ledger does not balance: " + balance);
    }

    /** As many accounts with one card as the quota of open projects asks for. */
    private static final class Accounts {
        final List<String> all = new ArrayList<>();
        private final Client owner;
        private final String card;
        private int room;

        Accounts(Client owner, String card) {
            this.owner = owner;
            this.card = card;
        }

        String withRoom() {
            if (room == 0) open();
            room--;
            return all.getLast();
        }

        private void open() {
            var account = owner.post(
                            "/accounts",
                            Map.of(
                                    "name", "Norrsken Produktion AB",
                                    "currency", "SEK",
                                    "vatNumber", "559000-0000",
                                    "address", "Hamnmagasinet 3, 116 30 Stockholm"))
                    .mustBe(201)
                    .json()
                    .get("id")
                    .asText();
            owner.post(
                            "/accounts/" + account + "/payment-methods",
                            Map.of("number", card, "expMonth", 12, "expYear", 2031, "cvc", "123", "default", true))
                    .mustBe(201);
            room = owner.get("/accounts/" + account + "/quota")
                    .mustBe(200)
                    .json()
                    .get("maxOpenProjects")
                    .asInt();
            all.add(account);
        }
    }

    private static String open(Client stina, String account, String end, Millis millis) {
        long begin = System.nanoTime();
        var asked = stina.post(
                        "/projects",
                        Map.of(
                                "accountId",
                                account,
                                "name",
                                "The Salt Road",
                                "goal",
                                "A film",
                                "zone",
                                "Europe/Stockholm"))
                .mustBe(202);
        var project = asked.json().get("id").asText();
        var found = Wait.forValue(
                "the end of the opening",
                PATIENCE,
                () -> stina.get("/projects/" + project).mustBe(200).json(),
                now -> !now.get("state").asText().equals("OPENING"));
        millis.since(begin);
        if (!found.get("state").asText().equals(end)) throw new IllegalStateException("expected " + end + ": " + found);
        return project;
    }
}
