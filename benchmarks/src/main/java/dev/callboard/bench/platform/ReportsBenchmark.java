package dev.callboard.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Ten thousand slips of the packaged data, accepted to durable, by one and two threads, instances and sizes of heap. */
public final class ReportsBenchmark implements Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int RUNS = 5;

    @Override
    public String question() {
        return "how many pay slips a minute go from accepted to durable, and what more threads and instances bring";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "Pay slips from accepted to durable, packaged services",
                "setting",
                "slips / minute",
                "× first",
                "the book's factor",
                "first seen ms");
        try (var platform = new LocalPlatform(home)
                .only("user-service", "account-service", "report-service", "platform-gateway")
                .with("CALLBOARD_RENDER_WORKERS", "1")) {
            platform.up();
            platform.scale("report-service", 1); // it starts with two
            var payroll = new Payroll(platform.client(), home);
            double first = best(platform, payroll, result, "1 thread, 1 instance", 0, "");
            platform.scale("report-service", 2);
            best(platform, payroll, result, "1 thread each, 2 instances", first, "2.0");

            platform.down();
            platform.with("CALLBOARD_RENDER_WORKERS", "2").up();
            platform.scale("report-service", 1);
            best(platform, payroll, result, "2 threads, 1 instance", first, "1.5");

            platform.down();
            // The one variable that a JVM reads after its command line.
            platform.with("_JAVA_OPTIONS", "-Xmx1g").up();
            best(platform, payroll, result, "2 threads, 1 instance, heaps of 1 GiB", first, "1.9");
        }
        result.note(
                "Goal: 400,000 a minute. Median of %d runs of the same 10,000 slips in each setting, one more before to "
                                .formatted(RUNS)
                        + "warm up; wall time from the request to the first look that says DONE, looked at every 2 ms."
                        + " The book's system went from 120 to 180 to 350 a minute. All processes, this one too, share"
                        + " the cores.");
        return result;
    }

    private static double best(
            LocalPlatform platform, Payroll payroll, Result result, String setting, double first, String book) {
        payroll.print();
        var perMinute = new double[RUNS];
        var seen = new Millis();
        for (int at = 0; at < RUNS; at++) {
            var printed = payroll.print();
            perMinute[at] = printed.items() * 60e9 / printed.nanos();
            seen.add(printed.firstSeen());
        }
        java.util.Arrays.sort(perMinute);
        double median = perMinute[RUNS / 2];
        result.row(
                setting,
                "%,.0f".formatted(median),
                first == 0 ? "1.0" : "%.2f".formatted(median / first),
                book,
                "%.0f".formatted(seen.at(50)));
        result.figure(setting, Map.of("perMinute", median, "firstSeenMillis", seen.at(50)));
        return median;
    }

    /** The packaged payroll of October 2027, imported, calculated and released. */
    private static final class Payroll {
        private final Client stina;
        private final String account;
        private final String payRun;

        record Printed(long items, long nanos, Millis firstSeen) {}

        Payroll(Client client, Path home) throws Exception {
            stina = client.registered("Stina Hallberg", "stina@norrsken.example", "who pays the ferryman");
            account = "/accounts/"
                    + stina.post(
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
            stina.patch(
                            account + "/pay-scheme",
                            Map.of(
                                    "employerAddress", "Hamnmagasinet 3, 116 30 Stockholm",
                                    "organisationNo", "559000-0000",
                                    "contact", "payroll@norrsken.example, 070-174 06 07",
                                    "debtorIban", "SE1999900000000000123456"))
                    .mustBe(200);
            stina.post(account + "/pay-periods", Map.of("month", "2027-10", "payDate", "2027-11-25"))
                    .mustBe(200);
            for (var table : new String[] {"employees", "opening-balances", "hours"}) {
                stina.csv(account + "/" + table + "/import", home.resolve("demo-data/payroll/" + table + ".csv"))
                        .mustBe(200);
            }
            var run = stina.post(account + "/pay-runs", Map.of("period", "2027-10", "payDate", "2027-11-25"))
                    .mustBe(202);
            payRun = run.json().get("id").asText();
            await("/pay-runs/" + payRun, "CALCULATED");
            for (var step : new String[] {"review", "approval", "release"}) {
                stina.post("/pay-runs/" + payRun + "/" + step, null).mustBe(200);
            }
            await("/pay-runs/" + payRun, "RELEASED");
        }

        Printed print() {
            long begin = System.nanoTime();
            var started = stina.post("/report-runs", Map.of("kind", "pay-slips", "payRun", payRun, "format", "PDF"))
                    .mustBe(202);
            var path = "/report-runs/" + started.json().get("id").asText();
            var firstSeen = new Millis();
            var seen = new boolean[1];
            var run = Wait.forValue(
                    "slips are printed",
                    PATIENCE,
                    () -> {
                        var now = stina.get(path).mustBe(200).json();
                        if (!seen[0] && now.get("done").asInt() > 0) {
                            seen[0] = true;
                            firstSeen.since(begin);
                        }
                        return now;
                    },
                    now -> now.get("state").asText().equals("DONE"));
            long nanos = System.nanoTime() - begin;
            if (run.get("done").asInt() != run.get("items").asInt()
                    || run.get("done").asInt() < 9_000)
                throw new IllegalStateException("not every slip was drawn: " + run);
            return new Printed(run.get("done").asLong(), nanos, firstSeen);
        }

        private JsonNode await(String path, String state) {
            return Wait.forValue(
                    path + " is " + state,
                    PATIENCE,
                    () -> stina.get(path).mustBe(200).json(),
                    run -> run.get("state").asText().equals(state));
        }
    }
}
