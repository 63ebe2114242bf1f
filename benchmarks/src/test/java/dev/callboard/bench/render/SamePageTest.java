package dev.callboard.bench.render;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SamePageTest {
    private final CallboardWriter ours = new CallboardWriter();

    @Test
    void every_writer_puts_the_same_words_on_one_page() throws Exception {
        var items = items(5);
        var writers = List.of(ours, new OpenPdfWriter(), new PdfBoxWriter(), new JasperWriter(items));

        for (var item : items) {
            var expected = Checked.words(ours.write(item));
            assertThat(expected).contains(item.slip().number(), "Norrsken", "Gross");
            for (var writer : writers) {
                var document = writer.write(item);
                assertThat(Checked.words(document)).as(writer.name()).isEqualTo(expected);
                assertThat(Checked.pages(document)).as(writer.name()).isOne();
            }
        }
    }

    @Test
    void a_page_that_is_read_back_has_its_lines_whole_and_its_rules() throws Exception {
        var page = items(1).getFirst().page();

        assertThat(page.texts())
                .anySatisfy(text -> {
                    assertThat(text.text()).isEqualTo("Hamnmagasinet 3, 116 30 Stockholm");
                    assertThat(text.x()).isEqualTo(36f);
                    assertThat(text.bold()).isFalse();
                })
                .anyMatch(text -> text.text().equals("Gross pay") && text.bold() && text.size() == 8);
        assertThat(page.rules()).anyMatch(rule -> Math.abs(rule.width() - 523.28) < 0.01 && rule.height() == 1.5f);
    }

    @Test
    void words_that_differ_are_named() {
        assertThat(Checked.difference(List.of("Bo", "Ekdahl"), List.of("Bo", "Eckdahl")))
                .isEqualTo("without [Ekdahl], with [Eckdahl]");
    }

    @Test
    void the_slips_are_the_same_on_every_run_and_of_one_shape() throws Exception {
        assertThat(new Slips().slips(20)).isEqualTo(new Slips().slips(20)).doesNotHaveDuplicates();
        assertThat(items(20).stream().map(item -> item.page().texts().size()).distinct())
                .hasSize(1);
    }

    private List<Item> items(int count) throws Exception {
        var items = new ArrayList<Item>();
        for (var slip : new Slips().slips(count)) items.add(new Item(slip, PlacedPage.of(ours.document(slip))));
        return items;
    }
}
