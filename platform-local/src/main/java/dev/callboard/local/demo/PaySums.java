package dev.callboard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** The same money in four documents: register, bank file, journal and the slips themselves. */
final class PaySums {
    private static final int OPENED_SLIPS = 200;

    /** Łukasz Żółć: a night, overtime, a correction from September, two productions. */
    static final String SHOWN = "E00112";

    private final Walk walk;
    private final JsonNode totals;
    private final Map<String, Entry> register = new LinkedHashMap<>();

    /** @param net in minor units */
    private record Entry(String name, long net, String slip) {}

    /** @param totals of the pay run */
    PaySums(Walk walk, byte[] registerCsv, JsonNode totals) {
        this.walk = walk;
        this.totals = totals;
        rows(registerCsv)
                .forEach(row -> register.put(
                        row.getField("employee_no"),
                        new Entry(row.getField("name"), minor(row.getField("net")), row.getField("slip"))));
    }

    void check(String payment, byte[] journal, Path zip) {
        long net = totals.get("netMinor").asLong();
        walk.stage.checkEquals(
                "the nets of the register are the run's",
                net,
                register.values().stream()
                        .filter(entry -> !entry.slip().isEmpty())
                        .mapToLong(Entry::net)
                        .sum());
        var control = Pattern.compile("<CtrlSum>([0-9.]+)</CtrlSum>").matcher(payment);
        walk.stage.check("the bank file has a control sum", control.find(), "CtrlSum");
        walk.stage.checkEquals("and it is the run's", net, minor(control.group(1)));
        inJournal(net, rows(journal));
        int slips = slips(zip);
        walk.stage.checkEquals(
                "employees are slips and named exclusions",
                totals.get("employees").asInt(),
                slips + totals.get("exclusions").asInt());
        walk.stage.say("%,d slips · Σ net %s SEK = register = bank file = journal".formatted(slips, Walk.money(net)));
    }

    private void inJournal(long net, List<NamedCsvRecord> rows) {
        long debit =
                rows.stream().mapToLong(row -> minor(row.getField("debit"))).sum();
        long credit =
                rows.stream().mapToLong(row -> minor(row.getField("credit"))).sum();
        walk.stage.checkEquals("the journal balances", debit, credit);
        walk.stage.checkEquals(
                "what it owes to employees is the run's net",
                net,
                rows.stream()
                        .filter(row -> row.getField("text").startsWith("Net pay"))
                        .mapToLong(row -> minor(row.getField("credit")))
                        .sum());
    }

    private static List<NamedCsvRecord> rows(byte[] csv) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new ByteArrayInputStream(csv))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new Stage.Failed("CSV: " + e);
        }
    }

    private static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    /** Counts all and opens some of them: number, name and net must be those of the register. */
    private int slips(Path zip) {
        int count = 0;
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
                if (!file.getName().endsWith(".pdf")) continue;
                boolean opened = count++ % (register.size() / OPENED_SLIPS) == 0
                        || file.getName().contains(SHOWN);
                if (!opened) continue;
                var content = new ByteArrayOutputStream();
                in.transferTo(content);
                open(file.getName(), content.toByteArray());
            }
        } catch (IOException e) {
            throw new Stage.Failed("archive: " + e);
        }
        return count;
    }

    private void open(String name, byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            var number = Pattern.compile("Employee (\\S+)").matcher(text);
            if (!number.find()) throw new Stage.Failed(name + ": no employee on the slip");
            var entry = register.get(number.group(1));
            boolean right = entry != null
                    && text.replace('\n', ' ').contains(entry.name())
                    && text.contains(Walk.money(entry.net()));
            if (!right) throw new Stage.Failed(name + " does not say what the register says: " + entry);
            if (!number.group(1).equals(SHOWN)) return;
            walk.out.put("pay-slip.pdf", "one slip: a night, overtime, a correction, two productions", pdf);
            walk.out.put("pictures/pay-slip.png", "its page", Pictures.firstPage(document));
        }
    }
}
