package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Ten thousand slips: imported, calculated, mended, approved, printed while a worker dies, and added up. */
final class PayScene {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_PRINTS = 3;
    /** Of bank 999, which does not exist. */
    private static final String DEBTOR_IBAN = "SE1999900000000000123456";

    private final Walk walk;
    private final Workers workers;
    private String payRun;

    /** The processes that draw. */
    interface Workers {
        void scale(int count);

        /** The hard way. @return empty when nobody has anything of the run in hand */
        Optional<Lost> killOneAtWork(UUID run);

        /** How many of the chunks that the lost one had in hand are drawn, by others. */
        int drawnByOthers(UUID run, Lost lost);
    }

    /**
     * A worker that was killed.
     *
     * @param worker its name in the database; the process that follows it has another
     * @param chunks that it had in hand
     */
    record Lost(long pid, String worker, List<Integer> chunks) {}

    PayScene(Walk walk, Workers workers) {
        this.walk = walk;
        this.workers = workers;
    }

    void play() {
        walk.stage.scene("Pay");
        walk.clock("2027-11-19T14:00:00+01:00");
        employer();
        imported();
        calculated();
        mended();
        released();
        printed();
    }

    /** What the slips and the bank file say about who pays; a calculation takes it as it stands then. */
    private void employer() {
        walk.gateway
                .change(
                        walk.who("Stina"),
                        "PATCH",
                        walk.account("/pay-scheme"),
                        Map.of(
                                "employerAddress", "Hamnmagasinet 3, 116 30 Stockholm",
                                "organisationNo", "559000-0000",
                                "contact", "payroll@norrsken.example, 070-174 06 07",
                                "debtorIban", DEBTOR_IBAN))
                .mustBe(200);
    }

    private void imported() {
        var eva = walk.who("Eva");
        walk.gateway
                .post(eva, walk.account("/pay-periods"), Map.of("month", "2027-10", "payDate", "2027-11-25"))
                .mustBe(200);
        long begin = System.nanoTime();
        var employees = walk.gateway
                .csv(eva, walk.account("/employees/import"), walk.packaged.file("payroll/employees.csv"))
                .mustBe(200)
                .json();
        var balances = walk.gateway
                .csv(eva, walk.account("/opening-balances/import"), walk.packaged.file("payroll/opening-balances.csv"))
                .mustBe(200)
                .json();
        var hours = walk.gateway
                .csv(eva, walk.account("/hours/import"), walk.packaged.file("payroll/hours.csv"))
                .mustBe(200)
                .json();
        walk.stage.checkEquals(
                "10,000 employees are imported",
                10_000,
                employees.get("imported").asInt());
        walk.stage.say("%,d employees, %,d opening balances and %,d rows of hours imported in %.1f s"
                .formatted(
                        employees.get("imported").asInt(),
                        balances.get("imported").asInt(),
                        hours.get("imported").asInt(),
                        Walk.millisSince(begin) / 1000.0));
        new LeaveScene(walk).play();
    }

    private void calculated() {
        long begin = System.nanoTime();
        var started = walk.gateway
                .post(walk.who("Eva"), walk.account("/pay-runs"), Map.of("period", "2027-10", "payDate", "2027-11-25"))
                .mustBe(202);
        payRun = "/pay-runs/" + started.json().get("id").asText();
        var run = state("CALCULATED");
        walk.stage.say("%,d calculated in %.1f s · %d excluded, %d warnings"
                .formatted(
                        run.at("/totals/employees").asInt(),
                        Walk.millisSince(begin) / 1000.0,
                        run.at("/totals/exclusions").asInt(),
                        run.at("/totals/warnings").asInt()));
        var excluded = excluded();
        for (var employee : new String[] {"E01234", "E04711", "E08080"}) {
            walk.stage.check(employee + " is excluded by name", excluded.containsKey(employee), excluded.keySet());
        }
        walk.stage.checkEquals("nobody else is", 3, excluded.size());
        excluded.forEach((employee, detail) -> walk.stage.say("exception " + employee + ": " + detail));
        walk.out.put(
                "exceptions.csv",
                "what the pay run wants looked at",
                walk.gateway
                        .get(walk.who("Eva"), payRun + "/exceptions", "text/csv")
                        .mustBe(200)
                        .bytes());
    }

    private void mended() {
        var eva = walk.who("Eva");
        employee("E01234", Map.of("iban", "SE5699900000053234003702"));
        employee("E04711", Map.of("taxTable", "E-32"));
        var before = walk.gateway
                .get(eva, payRun)
                .mustBe(200)
                .json()
                .get("calculation")
                .asInt();
        walk.gateway.post(eva, payRun + "/calculation", null).mustBe(202);
        var again = Pause.forValue(
                "the pay run is calculated again",
                PATIENCE,
                () -> walk.gateway.get(eva, payRun).mustBe(200).json(),
                run -> run.get("calculation").asInt() > before
                        && run.get("state").asText().equals("CALCULATED"));
        walk.stage.checkEquals(
                "two of three are mended; a negative net stays out, by name",
                1,
                again.at("/totals/exclusions").asInt());
    }

    private void employee(String number, Map<String, Object> change) {
        walk.gateway
                .change(walk.who("Eva"), "PATCH", walk.account("/employees/" + number), change)
                .mustBe(200);
    }

    private void released() {
        walk.gateway.post(walk.who("Eva"), payRun + "/review", null).mustBe(200);
        walk.gateway.post(walk.who("Eva"), payRun + "/approval", null).mustBe(200);
        walk.gateway.post(walk.who("Stina"), payRun + "/release", null).mustBe(200);
        walk.stage.checkEquals(
                "the run is released",
                "RELEASED",
                state("RELEASED").get("state").asText());
        walk.stage.say("mended · approved by Eva, released by Stina");
    }

    private void printed() {
        UUID run;
        Optional<Lost> lost;
        int others;
        int prints = 0;
        do { // a machine may be through with everything before we look, or with what was in hand before we kill
            workers.scale(2);
            run = printing();
            lost = watch(run);
            others = lost.isEmpty() ? 0 : workers.drawnByOthers(run, lost.get());
        } while (others == 0 && ++prints < MOST_PRINTS);
        walk.stage.check(
                "a worker was killed while slips were left",
                lost.isPresent(),
                lost.map(gone -> "pid " + gone.pid()).orElse("nobody drew any more"));
        var killed = lost.orElseThrow();
        walk.stage.check(
                "what a killed worker had in hand was drawn by another",
                others > 0,
                others + " of " + killed.chunks().size() + " chunks");
        walk.stage.say(
                "a worker was killed in the run (pid %d); %d of the %d chunks it had in hand were drawn by another"
                        .formatted(killed.pid(), others, killed.chunks().size()));
        documents("/report-runs/" + run);
    }

    private UUID printing() {
        var asked = Map.of("kind", "pay-slips", "payRun", payRun.substring(10), "format", "PDF");
        var started = walk.gateway.post(walk.who("Eva"), "/report-runs", asked).mustBe(202);
        return UUID.fromString(started.json().get("id").asText());
    }

    /** Until the end; as soon as something is drawn, somebody who draws is lost. */
    private Optional<Lost> watch(UUID id) {
        var lost = new AtomicReference<Optional<Lost>>(Optional.empty());
        var path = "/report-runs/" + id;
        var run = Pause.forValue(
                "the report run is done",
                PATIENCE,
                () -> {
                    var now =
                            walk.gateway.get(walk.who("Eva"), path).mustBe(200).json();
                    if (now.get("done").asInt() > 0 && lost.get().isEmpty() && !isDone(now))
                        lost.set(workers.killOneAtWork(id));
                    progress(now);
                    return now;
                },
                PayScene::isDone);
        walk.stage.progressEnded();
        walk.stage.checkEquals(
                "every slip was drawn",
                run.get("items").asInt(),
                run.get("done").asInt());
        return lost.get();
    }

    private static boolean isDone(JsonNode run) {
        return run.get("state").asText().equals("DONE");
    }

    private void progress(JsonNode run) {
        int items = Math.max(1, run.get("items").asInt());
        int done = run.get("done").asInt() * 100 / items;
        walk.stage.progress(
                done,
                "slips %s%s %d %% %,d/min"
                        .formatted(
                                "█".repeat(done / 10),
                                "░".repeat(10 - done / 10),
                                done,
                                run.get("reportsPerMinute").asLong()));
    }

    private void documents(String reportRun) {
        var eva = walk.who("Eva");
        var registerCsv = walk.gateway
                .get(eva, payRun + "/register", "text/csv")
                .mustBe(200)
                .bytes();
        walk.out.put("pay-register.csv", "one row per employee", registerCsv);
        walk.out.put(
                "pay-register.xlsx",
                "the same as a workbook",
                walk.gateway
                        .get(
                                eva,
                                payRun + "/register",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .mustBe(200)
                        .bytes());
        var payment = walk.gateway.get(eva, payRun + "/payment-file").mustBe(200);
        walk.out.put("payments.pain001.xml", "the bank file, ISO 20022 pain.001", payment.bytes());
        var journal = walk.gateway.get(eva, payRun + "/journal").mustBe(200);
        walk.out.put("journal.csv", "the journal", journal.bytes());
        var zip = walk.out.keep("pay-slips.zip", "every slip");
        walk.gateway.download(eva, reportRun + "/archive", zip);
        walk.gateway.download(
                eva,
                reportRun + "/document",
                walk.out.keep("pay-slips.pdf", "every slip in one file, the fonts in it once"));
        var totals = walk.gateway.get(eva, payRun).mustBe(200).json().get("totals");
        new PaySums(walk, registerCsv, totals).check(payment.text(), journal.bytes(), zip);
        new YearPapers(walk).print();
    }

    private Map<String, String> excluded() {
        var found = new LinkedHashMap<String, String>();
        for (var exception : walk.items(walk.who("Eva"), payRun + "/exceptions")) {
            if (exception.get("excludes").asBoolean())
                found.put(
                        exception.get("employeeNo").asText(),
                        exception.get("name").asText() + ", "
                                + exception.get("detail").asText());
        }
        return found;
    }

    private JsonNode state(String wanted) {
        return Pause.forValue(
                "the pay run is " + wanted,
                PATIENCE,
                () -> walk.gateway.get(walk.who("Eva"), payRun).mustBe(200).json(),
                run -> run.get("state").asText().equals(wanted));
    }
}
