package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Copy;
import dev.callboard.report.render.GalleryTest.Picture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.callboard.report.render.GalleryTest.drawn;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of document in every language: each text in its place, and none of it in another language. */
class PapersTest {
    /** On every call sheet; words that its sample day has of its own are not among them. */
    private static final String OF_A_DAY = """
        EMERGENCY HOSPITAL CERTIFICATES ACCESS SITE_CONTACT POWER MAP_SKY_ZONE MAP_AND_ROUTE SUNSET
        SUNRISE WEATHER LASTS SCHEDULE ESTIMATED_WRAP CONTACTS CREW_BY_DEPARTMENT
        RADIO_CHANNELS NEXT_TWO_DAYS HOLDING CALL COUNT CALL_TO_WRAP
        """;

    /** On none that is shown to others. */
    private static final String OF_ITS_PEOPLE = " PICKUP OWN_WAY TRANSPORT_RUNS VEHICLE DIETS";

    private static final Map<Picture, Set<Word>> LABELS = Map.ofEntries(
            entry(Picture.CALL_SHEET, labels(OF_A_DAY + OF_ITS_PEOPLE)),
            entry(Picture.CALL_SHEET_OF_BO, labels(OF_A_DAY + OF_ITS_PEOPLE)),
            entry(Picture.CALL_SHEET_REDACTED, labels(OF_A_DAY)),
            entry(Picture.PAY_SLIP, labels("""
                PAY_SLIP PAID_ON EMPLOYER DATES EARNINGS QUANTITY RATE FACTOR GROSS_PAY TAXABLE_BASE TAX_WITHHELD
                NET_PAY LEAVE_DAYS OPENING CLOSING EMPLOYERS_OWN_COST NOT_DEDUCTED OBJECT_UNTIL ROUNDING
                """)),
            entry(Picture.SUMMONING_GRID, labels("""
                SUMMONING_GRID TOTAL GRID_AFTER_MIDNIGHT ACKNOWLEDGED NO_ANSWER
                """)),
            entry(Picture.PROJECT_PLAN, labels("""
                PROJECT_PLAN ACTIVITY LASTS PEOPLE PLAN_UNIT PLAN_BEGINS
                """)),
            entry(Picture.ACCOUNT_STATEMENT, labels("""
                ACCOUNT_STATEMENT CUSTOMER STATEMENT_CURRENCY STATEMENT_CHARGED STATEMENT_HELD STATEMENT_LINES
                STATEMENT_LINES_NOTE BALANCE STATEMENT_CLOSING OPENING_BALANCE STATEMENT_HOLD STATEMENT_RELEASE
                STATEMENT_CAPTURE STATEMENT_REFUND INVOICE CREDIT_NOTE STATEMENT_NOTE
                """)),
            entry(Picture.TAX_REPORT, labels("""
                TAX_REPORT INTERIM_AS_OF EMPLOYER PERIODS_WORKED TAXABLE_BASE TAX_WITHHELD NOT_TAXED_SUM
                EACH_ROW_A_SLIP BENEFITS BEFORE_TAX NOT_TAXED HOW_BASE TAX_TABLES_USED BRACKETS RECONCILED
                SLIPS_ADDED_UP DIFFERENCE CORRECTIONS INTERIM_NOTE
                """)),
            entry(Picture.LEAVE_REPORT, labels("""
                LEAVE_REPORT AS_OF LEAVE_YEAR_AND_RULE PAID_DAYS_LEFT SAVED_DAYS_LEFT EXPIRE_SOON BALANCES
                WORKING_DAYS EXPIRES ADJUSTED PAID_OUT REQUEST_AND_APPROVAL YEAR_BEGINS AFTER_APPROVED APPROVED_AHEAD PAID_LEAVE
                """)),
            entry(Picture.TAX_SUMMARY, labels("""
                TAX_SUMMARY PAY_RUNS TAXABLE_BASE TAX_WITHHELD TOTAL_DUE SLIPS_OF_RUNS FEES RECONCILED
                WITH_THE_PAY_RUNS DIFFERENCE HOW_DUE
                """)),
            entry(Picture.LEAVE_SUMMARY, labels("""
                LEAVE_SUMMARY PEOPLE PAID_DAYS_LEFT SAVED_DAYS_LEFT WORTH BELOW_ZERO DEPARTMENT DEPARTMENTS
                ADJUSTED WORKING_DAYS HOW_WORTH
                """)),
            entry(Picture.PAY_REGISTER, labels("""
                PAY_REGISTER PAID_ON PAY_RUN GROSS_PAY TAX_WITHHELD NET_PAY HOURS GROSS BEFORE_TAX TAXABLE_BASE
                OTHER NOT_TAXED NET TOTAL
                """)),
            entry(Picture.INVOICE, labels("""
                INVOICE ISSUED SELLER CUSTOMER INVOICE_ABOUT INVOICE_PAID INVOICE_LINES AMOUNT TOTAL INVOICE_NOTE
                """)));

    private static Set<Word> labels(String names) {
        return Arrays.stream(names.strip().split("\\s+")).map(Word::valueOf).collect(toSet());
    }

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Arrays.stream(Picture.values())
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void each_text_stands_within_the_margins_and_upon_no_other(Picture kind, Language language) throws IOException {
        assertThat(TextBoxes.misplaced(kind.document(language))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void each_label_is_in_the_language_of_the_document(Picture kind, Language language) throws IOException {
        var english = Words.of(Language.EN);
        var words = Words.of(language);
        var text = text(kind.document(language));

        for (var label : LABELS.get(kind)) {
            assertThat(text).as(label.name()).containsPattern(whole(words.say(label)));
            if (!words.say(label).contains(english.say(label)))
                assertThat(text).as("English " + label).doesNotContainPattern(whole(english.say(label)));
        }
    }

    static Stream<Arguments> longPapersInEveryLanguage() {
        var papers = new LinkedHashMap<String, Function<Language, byte[]>>();
        for (var kind : Copy.Kind.values())
            papers.put(
                    "call sheet " + kind,
                    language -> drawn(new CallSheetTemplate(language), LongPapers.callSheet(kind)));
        papers.put("pay slip", language -> drawn(new PaySlipTemplate(language), LongPapers.slip()));
        papers.put("grid", language -> drawn(new SummoningGridTemplate(language), LongPapers.grid()));
        papers.put("plan", language -> drawn(new ProjectPlanTemplate(language), LongPapers.plan()));
        papers.put(
                "call sheet in a word without end",
                language -> drawn(new CallSheetTemplate(language), LongPapers.endlessCallSheet(Copy.Kind.COORDINATOR)));
        papers.put(
                "plan in words without end",
                language -> drawn(new ProjectPlanTemplate(language), LongPapers.endlessPlan()));
        papers.put("statement", language -> drawn(new AccountStatementTemplate(language), LongPapers.statement()));
        papers.put("tax summary", language -> drawn(new TaxSummaryTemplate(language), LongPapers.taxSummary()));
        papers.put("tax report", language -> drawn(new TaxReportTemplate(language), LongPapers.taxReport()));
        papers.put("credit note", language -> drawn(new InvoiceTemplate(language), NorrskenBooks.creditNote()));
        return papers.entrySet().stream().flatMap(paper -> Arrays.stream(Language.values())
                .map(language -> Arguments.of(paper.getKey(), language, paper.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("longPapersInEveryLanguage")
    void what_is_as_long_as_it_may_be_keeps_to_its_place(
            String paper, Language language, Function<Language, byte[]> drawing) throws IOException {
        assertThat(TextBoxes.misplaced(drawing.apply(language))).as(paper).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_and_nothing_is_lost_from_a_long_call_sheet(Language language) throws IOException {
        var text = text(drawn(new CallSheetTemplate(language), LongPapers.callSheet(Copy.Kind.COORDINATOR)));

        var printed = new HashSet<>(Arrays.asList(text.split("[\\s,]+")));
        assertThat(printed).containsAll(LongPapers.players());
        for (var long4000 : new String[] {"notes", "access", "power", "diet", "next"})
            assertThat(printed)
                    .containsAll(Arrays.asList(
                            LongPapers.counted(long4000, length(long4000)).split(" ")));
        assertThat(printed).containsAll(numbered("Changed", 60)).containsAll(numbered("Contact", 200));
        assertThat(printed).containsAll(numbered("Channel", 90)).containsAll(numbered("Group", 70));
        assertThat(printed).containsAll(numbered("Run", 80)).containsAll(numbered("Crew4.", 60));
    }

    private static int length(String field) {
        return switch (field) {
            case "notes" -> 4_000;
            case "power" -> 1_000;
            default -> 2_000;
        };
    }

    private static List<String> numbered(String word, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(at -> word + at).toList();
    }

    /** Not as a part of a longer word. */
    private static Pattern whole(String label) {
        return Pattern.compile("(?<![\\p{L}’])" + Pattern.quote(label.strip()) + "(?![\\p{L}’])");
    }

    /** In one line: a label that wraps is still there. */
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
