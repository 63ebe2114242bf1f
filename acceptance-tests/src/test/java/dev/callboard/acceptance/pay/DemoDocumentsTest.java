package dev.callboard.acceptance.pay;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The documents of the demo's ten thousand, each against what they must come to. */
@Order(100)
class DemoDocumentsTest {
    private static final int EMPLOYEES = 10_000;

    private final DemoWalk walk = DemoWalk.played();

    @Test
    void the_walk_ends_well() {
        assertThat(walk.verb().exit()).as(walk.verb().output()).isZero();
        assertThat(walk.json("checks.json")).isNotEmpty().allMatch(check -> check.get("holds")
                .asBoolean());
    }

    @Test
    void every_slip_is_what_the_files_and_the_time_cards_come_to() {
        var packaged = new Packaged(walk.platform().home().resolve("demo-data/payroll"));
        var works = new ArrayList<>(packaged.hours());
        var cards = walk.timeCards();
        works.addAll(cards);
        var byEmployee = works.stream().collect(Collectors.groupingBy(Work::employee));
        var rules = new Recomputation(YearMonth.of(2027, 10));
        var register = walk.register();

        var softly = new SoftAssertions();
        packaged.employees().forEach((number, employee) -> {
            // The demo mends the one tax table that does not exist, as an exception asks for.
            var mended = number.equals("E04711") ? employee.withTaxTable("E-32") : employee;
            var slip = rules.of(mended, byEmployee.getOrDefault(number, List.of()));
            var row = register.rows().get(number);
            softly.assertThat(row.asSlip()).as(number).isEqualTo(slip);
            softly.assertThat(row.net()).as("%s: net", number).isEqualByComparingTo(slip.net());
            softly.assertThat(row.name()).isEqualTo(employee.name());
        });
        softly.assertAll();
        assertThat(register.rows()).hasSize(EMPLOYEES);
        assertThat(cards).hasSizeGreaterThan(90);
    }

    @Test
    void each_of_the_pdf_files_says_the_number_the_name_and_the_net_of_its_row() {
        var printed = PrintedSlip.of(walk.out().resolve("pay-slips.zip"));

        var paid = walk.register().rows().entrySet().stream()
                .filter(row -> row.getValue().paid())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> new PrintedSlip(
                                row.getKey(),
                                row.getValue().name(),
                                row.getValue().net())));
        assertThat(printed).extracting(PrintedSlip::employee).doesNotHaveDuplicates();
        assertThat(printed.stream().collect(Collectors.toMap(PrintedSlip::employee, Function.identity())))
                .isEqualTo(paid);
    }

    @Test
    void employees_are_slips_and_exclusions_by_name() {
        var excluded = walk.who("eva").items(walk.payRun() + "/exceptions").stream()
                .filter(exception -> exception.get("excludes").asBoolean())
                .map(exception -> exception.get("employeeNo").asText())
                .toList();
        var withoutSlip = walk.register().rows().entrySet().stream()
                .filter(row -> !row.getValue().paid())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(withoutSlip).isEqualTo(excluded).containsExactly("E08080");
        assertThat(Packaged.rows(walk.out().resolve("exceptions.csv")))
                .as("what the demo showed before it mended two of the three")
                .extracting(exception -> exception.getField("employee_no"))
                .contains("E01234", "E04711", "E08080");
    }

    @Test
    void register_bank_file_and_journal_are_one_sum() throws Exception {
        var register = walk.register();
        var bank = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(walk.file("payments.pain001.xml")));

        assertThat(numbers(bank, "CtrlSum")).containsOnly(register.net());
        assertThat(numbers(bank, "InstdAmt").stream().reduce(Money.NOTHING, BigDecimal::add))
                .isEqualTo(register.net());
        assertThat(numbers(bank, "NbOfTxs"))
                .containsOnly(BigDecimal.valueOf(numbers(bank, "InstdAmt").size()));
        assertThat(numbers(bank, "InstdAmt")).hasSize((int)
                register.rows().values().stream().filter(Register.Row::paid).count());

        var journal = Packaged.rows(walk.out().resolve("journal.csv"));
        var debit = sum(journal.stream().map(line -> line.getField("debit")).toList());
        var credit = sum(journal.stream().map(line -> line.getField("credit")).toList());
        assertThat(debit).isEqualTo(credit);
        assertThat(sum(journal.stream()
                        .filter(line -> line.getField("account").equals("2820"))
                        .map(line -> line.getField("credit"))
                        .toList()))
                .as("credit of the account on which nets are owed")
                .isEqualTo(register.net());
    }

    @Test
    void the_night_was_called_a_second_time_and_the_sheets_say_so() {
        assertThat(printed("call-sheet-v1.pdf"))
                .contains("Version 1")
                .contains("Entered Thu 18:30, harbour office", "Cast car 1", "3 vegetarian, 2 vegan", "Gate B")
                .doesNotContain("Replaces");
        assertThat(printed("call-sheet-v2.pdf"))
                .contains("Version 2")
                .contains("Replaces v1")
                .contains("Stunts and effects")
                .contains("19:00 18:30")
                .contains("4 to 1 °C, dry from 21:00");
        assertThat(printed("call-sheet-v2-bo.pdf"))
                .contains("Version 2")
                .contains("Bo Nyström")
                .contains("Your call");
        assertThat(new String(walk.file("invitation-v1.ics"), UTF_8)).contains("SEQUENCE:0");
        assertThat(new String(walk.file("invitation-v2.ics"), UTF_8)).contains("SEQUENCE:2");
        assertThat(new String(walk.file("invitation-cancel.ics"), UTF_8)).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    }

    @Test
    void the_reports_of_the_year_add_up_to_the_register() {
        var register = walk.register();
        var row = register.rows().get("E00112");

        assertThat(printed("tax-report.pdf"))
                .contains("Tax deduction report", "E00112", row.name(), row.slip())
                .contains(inWords(row.ytdGross()))
                .contains(inWords(row.ytdTax().abs()));
        // 7.25 on 30 September, a twelfth of 30, two days of October and half a day worked; saved: five taken over, one
        // taken
        assertThat(printed("leave-report.pdf"))
                .contains("Leave report", "E00112", row.name())
                .contains("31 Mar 2028 7.25 2.50 −2.00 0.50 0.00 8.25")
                .contains("Saved from 2026/27 31 Mar 2032 0.00 0.00 −1.00 5.00 0.00 4.00")
                .contains("Approved elsewhere · imported 19 Nov −2.00")
                .contains("Requested 19 Nov · approved 19 Nov, Stina", "−3.00", "Hallberg")
                .contains("Paid 6.25", "Saved 1.00");
        assertThat(printed("tax-summary.pdf"))
                .contains("Tax summary")
                .contains(inWords(register.rows().values().stream()
                        .filter(Register.Row::paid)
                        .map(Register.Row::tax)
                        .reduce(Money.NOTHING, BigDecimal::add)
                        .abs()));
        assertThat(printed("leave-summary.pdf")).contains("Leave summary");
    }

    /** The text of a document as one line. */
    private String printed(String name) {
        try (var document = Loader.loadPDF(walk.file(name))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(name, failed);
        }
    }

    private static String inWords(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static List<BigDecimal> numbers(Document xml, String element) {
        var nodes = xml.getElementsByTagName(element);
        var numbers = new ArrayList<BigDecimal>();
        for (int at = 0; at < nodes.getLength(); at++)
            numbers.add(new BigDecimal(nodes.item(at).getTextContent()));
        return numbers;
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(Money.NOTHING, BigDecimal::add);
    }
}
