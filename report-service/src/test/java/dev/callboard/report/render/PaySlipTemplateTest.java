package dev.callboard.report.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaySlipTemplateTest {
    private final PaySlipTemplate template = new PaySlipTemplate();

    @Test
    void a_slip_reads_as_the_reference_does() throws IOException {
        var text = textOf(template.draw(BoEkdahl.slip()));

        assertThat(text)
                .contains("Pay slip October 2027", "Paid on 25 November 2027")
                .contains("Employee 4711", "Bo Ekdahl, best boy grip", "Slip 2027-10-4711")
                .contains("Paid 146.75 h, of them overtime 18.75 h")
                .contains("20, 27 Oct Overtime, after 10 h 3.25 h 285.00 2.00 1,852.50")
                .contains("14 Sep Overtime entered twice, slip 2027-09-4698 −2.00 h 285.00 1.50 −855.00")
                .contains("Gross pay 46,563.75 359,428.15")
                .contains("Tax, table E-32, above 40,000 6,352.47 at 38 % −2,413.94")
                .contains("34,373.53", "Paid to account •••• 1234 on 25 Nov 2027")
                .contains("Holiday pay accrued, not paid yet: 12 % of 46,563.75 = 5,587.65 SEK")
                .contains("Object until 9 December 2027.", "Page 1 of 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Åsa Öberg", "Łukasz Żółć", "Zoë Müller", "José Ñúñez", "Đorđe", "Γιώργος", "Ольга", "Nguyễn Thị"
            })
    void a_name_is_set_in_its_own_script_and_can_be_copied(String name) throws IOException {
        assertThat(textOf(template.draw(BoEkdahl.slipOf(name)))).contains(name);
    }

    @Test
    void letters_and_loose_marks_become_one_character() throws IOException {
        assertThat(textOf(template.draw(BoEkdahl.slipOf("A\u030Asa O\u0308berg"))))
                .contains("Åsa Öberg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë \uD83D\uDE00", "\u200FZoë", "Zo\u0007ë"})
    void a_character_without_a_form_is_named_never_a_silent_box(String name) {
        assertThatThrownBy(() -> template.draw(BoEkdahl.slipOf(name)))
                .isInstanceOf(DrawingFailed.class)
                .hasMessageContaining("U+")
                .hasMessageContaining("expected");
    }

    @Test
    void text_that_looks_like_syntax_stays_text() throws IOException {
        var name = ")/JS(app.alert\\ endstream endobj <</OpenAction";

        assertThat(textOf(template.draw(BoEkdahl.slipOf(name))).replace("\n", " "))
                .contains(")/JS(app.alert\\ endstream endobj");
    }

    @Test
    void a_long_name_wraps_and_is_never_cut() throws IOException {
        var name = "Maximilian ".repeat(36).strip();

        var text = textOf(template.draw(BoEkdahl.slipOf(name)));

        assertThat(text.split("Maximilian", -1)).hasSizeGreaterThan(36);
    }

    @Test
    void forty_lines_go_on_overleaf_and_the_total_keeps_two_of_them() throws IOException {
        var tail = template.draw(BoEkdahl.slipWithEarnings(80));

        try (var document = open(tail)) {
            assertThat(tail.pages()).isEqualTo(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= tail.pages(); page++) {
                var text = page(document, page);
                assertThat(text).contains("Page " + page + " of " + tail.pages());
                if (text.contains("Sum, The Salt Road")) assertThat(text).contains("Piece 79", "Piece 80");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_bytes_are_the_same_on_any_number_of_threads(int threads) throws Exception {
        var items = IntStream.range(0, 200)
                .mapToObj(at -> BoEkdahl.slipOf(at % 3 == 0 ? "Ольга " + at : "Åsa " + at))
                .toList();
        var alone = items.stream().map(item -> template.draw(item).bytes()).toList();

        try (var pool = Executors.newFixedThreadPool(threads)) {
            var together = pool.invokeAll(items.stream()
                    .map(item -> (Callable<byte[]>) () -> template.draw(item).bytes())
                    .toList());

            for (int at = 0; at < items.size(); at++)
                assertThat(together.get(at).get()).isEqualTo(alone.get(at));
        }
    }

    @Test
    void what_is_stored_and_served_per_document_is_small() {
        var tail = template.draw(BoEkdahl.slip());

        assertThat(tail.bytes()).hasSizeLessThan(4 * 1024);
        assertThat(template.prefix(tail.prefix())).hasSizeLessThan(28 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bo Ekdahl", "Åsa Öberg", "Zoë Müller", "José Ñúñez", "Đorđe Šimić", "Γιώργος", "Ольга"})
    void a_slip_is_served_within_32_KiB_whatever_the_script_of_its_name(String name) {
        var tail = template.draw(BoEkdahl.slipOf(name));

        assertThat(template.prefix(tail.prefix()).length + tail.bytes().length).isLessThan(32 * 1024);
    }

    @Test
    void every_font_is_embedded_and_a_subset() throws IOException {
        try (var document = open(template.draw(BoEkdahl.slipOf("Łukasz Γιώργος")))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+DejaVuSansCondensed.*");
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Pay slip 2027-10-4711 · Łukasz Γιώργος");
        }
    }

    @Test
    void merged_documents_keep_their_order_and_share_their_fonts() throws IOException {
        var names = List.of("Åsa Öberg", "Ольга", "Bo Ekdahl", "Γιώργος");
        var tails = new ArrayList<Tail>();
        names.forEach(name -> tails.add(template.draw(BoEkdahl.slipOf(name))));
        Set<String> prefixes = tails.stream().map(Tail::prefix).collect(Collectors.toSet());
        var merged = new ByteArrayOutputStream();

        template.merge("Pay slips October 2027", prefixes, tails.iterator(), merged);

        try (var document = Loader.loadPDF(merged.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            for (int at = 0; at < 4; at++) assertThat(page(document, at + 1)).contains(names.get(at));
            var first = document.getPage(0).getCOSObject().getCOSDictionary(COSName.PARENT);
            var last = document.getPage(3).getCOSObject().getCOSDictionary(COSName.PARENT);
            assertThat(first.getCOSDictionary(COSName.RESOURCES)).isSameAs(last.getCOSDictionary(COSName.RESOURCES));
        }
    }

    private PDDocument open(Tail tail) throws IOException {
        var document = new ByteArrayOutputStream();
        document.write(template.prefix(tail.prefix()));
        document.write(tail.bytes());
        return Loader.loadPDF(document.toByteArray());
    }

    private String textOf(Tail tail) throws IOException {
        try (var document = open(tail)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document);
    }
}
