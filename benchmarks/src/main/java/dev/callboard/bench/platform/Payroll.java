package dev.callboard.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The packaged payroll of October 2027 in an account of its own, imported, calculated and released. */
final class Payroll {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** While a run goes on: a look costs the platform as much as a dozen slips. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final Client stina;
    private final String account;
    private final String payRun;
    private final long netMinor;

    /** @param nanos from the request to the first look that says DONE */
    record Printed(String path, long items, long nanos, Millis firstSeen) {}

    /** @param copies how often each person is there, under another number each time */
    Payroll(Client stina, Path home, int copies) throws IOException {
        this(stina, home, copies, Integer.MAX_VALUE);
    }

    /** @param people the first so many of the packaged ones */
    Payroll(Client stina, Path home, int copies, int people) throws IOException {
        this.stina = stina;
        account = "/accounts/"
                + available(() -> stina.post(
                                "/accounts",
                                Map.of(
                                        "name", "Norrsken Produktion AB",
                                        "currency", "SEK",
                                        "vatNumber", "559000-0000",
                                        "address", "Hamnmagasinet 3, 116 30 Stockholm")))
                        .mustBe(201)
                        .json()
                        .get("id")
                        .asText();
        available(() -> stina.get(account + "/pay-scheme")).mustBe(200);
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
            imported(table, home.resolve("demo-data/payroll/" + table + ".csv"), copies, people);
        }
        var run = stina.post(account + "/pay-runs", Map.of("period", "2027-10", "payDate", "2027-11-25"))
                .mustBe(202);
        payRun = run.json().get("id").asText();
        await("/pay-runs/" + payRun, "CALCULATED");
        for (var step : new String[] {"review", "approval", "release"}) {
            stina.post("/pay-runs/" + payRun + "/" + step, null).mustBe(200);
        }
        netMinor = await("/pay-runs/" + payRun, "RELEASED")
                .get("totals")
                .get("netMinor")
                .asLong();
    }

    /** What the packaged files come to once, by a recomputation that knows nothing of the services: the acceptance tests'. */
    static long netMinorOfFiles(Path home) throws IOException {
        var totals = Files.readAllLines(home.resolve("demo-data/payroll/control-totals.csv"));
        int net = List.of(totals.getFirst().split(",")).indexOf("net");
        return new BigDecimal(totals.get(1).split(",")[net]).movePointRight(2).longValueExact();
    }

    /** Sum of the nets of all slips. */
    long netMinor() {
        return netMinor;
    }

    /** Services that have just started, on a busy machine, say 503 for a moment. */
    private static Client.Answer available(Supplier<Client.Answer> ask) {
        return Wait.forValue("the services answer", PATIENCE, ask, answer -> answer.status() != 503);
    }

    /** The packaged rows name the people in the order of their numbers: E00001, E00002, … */
    private void imported(String table, Path packaged, int copies, int people) throws IOException {
        var rows = Files.readAllLines(packaged);
        var file = Files.createTempFile("callboard-bench-", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.append(rows.getFirst()).append('\n');
            for (int copy = 0; copy < copies; copy++) {
                for (var row : rows.subList(1, rows.size())) {
                    if (Integer.parseInt(row.substring(1, 6)) > people) continue;
                    out.append(copy == 0 ? row : copy + row).append('\n');
                }
            }
        }
        try {
            stina.csv(account + "/" + table + "/import", file).mustBe(200);
        } finally {
            Files.delete(file);
        }
    }

    /** One slip as a run would draw it. */
    byte[] preview(int item) {
        return stina.post("/report-runs/preview?item=" + item, slips())
                .mustBe(200)
                .body();
    }

    private Map<String, String> slips() {
        return Map.of("kind", "pay-slips", "payRun", payRun, "format", "PDF");
    }

    /** Path of a run that has just been asked for. */
    String printing() {
        return "/report-runs/"
                + available(() -> stina.post("/report-runs", slips()))
                        .mustBe(202)
                        .json()
                        .get("id")
                        .asText();
    }

    Printed print() {
        long begin = System.nanoTime();
        var path = printing();
        Supplier<JsonNode> look = () -> stina.get(path).mustBe(200).json();
        var firstSeen = new Millis();
        Wait.forValue(
                "a slip is printed", PATIENCE, look, now -> now.get("done").asInt() > 0);
        firstSeen.since(begin);
        var run = Wait.forValue("slips are printed", PATIENCE, LOOK_EVERY, look, now -> now.get("state")
                .asText()
                .equals("DONE"));
        long nanos = System.nanoTime() - begin;
        if (run.get("done").asInt() != run.get("items").asInt()
                || run.get("done").asInt() < 90) throw new IllegalStateException("not every slip was drawn: " + run);
        return new Printed(path, run.get("done").asLong(), nanos, firstSeen);
    }

    /** How it stands; empty while nobody can say. */
    JsonNode look(String run) {
        try {
            var answer = stina.get(run);
            return answer.status() == 200 ? answer.json() : Client.JSON.createObjectNode();
        } catch (IllegalStateException noAnswer) {
            return Client.JSON.createObjectNode();
        }
    }

    /** SHA-256 of each document by item. */
    TreeMap<Integer, String> checksums(String run) {
        var checksums = new TreeMap<Integer, String>();
        var cursor = "";
        do {
            var page = stina.get(run + "/items?state=DONE&limit=200" + cursor)
                    .mustBe(200)
                    .json();
            for (var item : page.get("items")) {
                var before = checksums.put(
                        item.get("item").asInt(), item.get("sha256").asText());
                if (before != null) throw new IllegalStateException("twice in " + run + ": " + item);
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return checksums;
    }

    private JsonNode await(String path, String state) {
        return Wait.forValue(
                path + " is " + state,
                PATIENCE,
                () -> stina.get(path).mustBe(200).json(),
                run -> run.get("state").asText().equals(state));
    }
}
