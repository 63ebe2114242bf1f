package dev.callboard.report.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static dev.callboard.report.render.GalleryTest.drawn;
import static dev.callboard.report.render.NorrskenLogo.jpeg;
import static dev.callboard.report.render.NorrskenLogo.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Pages with the account's logo above its name. */
class LogoTest {
    private static final Picture LOGO = Picture.of(png(400, 100));
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float FIRST_COLUMN = 36;
    private static final float SECOND_COLUMN = 214.4f;

    /** Those that say whose they are. */
    enum Paper {
        PAY_SLIP {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new PaySlipTemplate(language, logo), BoEkdahl.slip());
            }
        },
        LONG_PAY_SLIP {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new PaySlipTemplate(language, logo), LongPapers.slip());
            }
        },
        TAX_REPORT {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new TaxReportTemplate(language, logo), ZoeMuller.taxReport());
            }
        },
        LONG_TAX_REPORT {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new TaxReportTemplate(language, logo), LongPapers.taxReport());
            }
        },
        LEAVE_REPORT {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new LeaveReportTemplate(language, logo), AsaOberg.leaveReport());
            }
        },
        TAX_SUMMARY {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new TaxSummaryTemplate(language, logo), LongPapers.taxSummary());
            }
        },
        LEAVE_SUMMARY {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new LeaveSummaryTemplate(language, logo), Norrsken2027.leaveSummary());
            }
        },
        PAY_REGISTER {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new PayRegisterTemplate(language, logo), Norrsken2027.payRegister(120));
            }
        },
        ACCOUNT_STATEMENT {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new AccountStatementTemplate(language, logo), LongPapers.statement());
            }
        },
        INVOICE {
            @Override
            byte[] with(Picture logo, Language language) {
                return drawn(new InvoiceTemplate(language, logo), NorrskenBooks.invoice());
            }
        };

        abstract byte[] with(Picture logo, Language language);

        /** The account buys what the invoice is for, so it stands second there. */
        float column() {
            return this == INVOICE ? SECOND_COLUMN : FIRST_COLUMN;
        }
    }

    static Stream<Arguments> everyPaperInEveryLanguage() {
        return Arrays.stream(Paper.values())
                .flatMap(paper -> Arrays.stream(Language.values()).map(language -> Arguments.of(paper, language)));
    }

    @ParameterizedTest
    @MethodSource("everyPaperInEveryLanguage")
    void the_logo_stands_once_on_the_first_page_above_the_name_and_upon_nothing(Paper paper, Language language)
            throws IOException {
        var pdf = paper.with(LOGO, language);

        assertThat(TextBoxes.misplaced(pdf)).isEmpty();
        var first = TextBoxes.of(pdf, 1);
        var logos = first.stream().filter(LogoTest::isPicture).toList();
        assertThat(logos).hasSize(1);
        var logo = logos.getFirst();
        assertThat(logo.x()).isCloseTo(paper.column(), within(0.1f));
        assertThat(logo.height()).isCloseTo(12 * MILLIMETRE, within(0.1f));
        assertThat(logo.width()).isCloseTo(4 * logo.height(), within(0.1f));
        var below = first.stream()
                .filter(box -> Math.abs(box.x() - logo.x()) < 1 && box.top() >= logo.baseline() - 0.1)
                .mapToDouble(TextBoxes.Box::top)
                .min()
                .orElseThrow();
        assertThat(below - logo.baseline()).isBetween(3.0, 8.0);
        for (int page = 2; page <= pages(pdf); page++)
            assertThat(TextBoxes.of(pdf, page)).noneMatch(LogoTest::isPicture);
    }

    private static boolean isPicture(TextBoxes.Box box) {
        return box.text().equals(TextBoxes.PICTURE);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"16x16", "2000x16", "16x2000", "400x100", "417x100", "90x90"})
    void a_logo_of_any_shape_is_as_large_as_its_box_lets_it_be(String size) throws IOException {
        var sides = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        var pdf = Paper.LEAVE_REPORT.with(Picture.of(png(sides[0], sides[1])), Language.EN);

        var logo = TextBoxes.of(pdf, 1).stream()
                .filter(LogoTest::isPicture)
                .findFirst()
                .orElseThrow();
        assertThat(logo.width()).isLessThan(50.01f * MILLIMETRE);
        assertThat(logo.height()).isLessThan(12.01f * MILLIMETRE);
        assertThat(logo.width() > 49.9 * MILLIMETRE || logo.height() > 11.9 * MILLIMETRE)
                .isTrue();
        assertThat(logo.width() / logo.height())
                .isCloseTo((float) sides[0] / sides[1], within(0.02f * sides[0] / sides[1]));
        assertThat(TextBoxes.misplaced(pdf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void who_has_no_logo_gets_the_document_of_before(Paper paper) throws IOException {
        var pdf = paper.with(null, Language.EN);

        assertThat(TextBoxes.of(pdf, 1)).noneMatch(LogoTest::isPicture);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocument().getObjectsByType(COSName.XOBJECT))
                    .noneMatch(object -> object.getObject() instanceof org.apache.pdfbox.cos.COSStream stream
                            && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)));
        }
    }

    @Test
    void a_template_with_a_logo_is_a_version_of_its_own() {
        var plain = new PaySlipTemplate(Language.SV).version();
        var with = new PaySlipTemplate(Language.SV, LOGO).version();

        assertThat(plain).isEqualTo("pay-slip/4-sv");
        assertThat(with).isEqualTo(plain + "-" + LOGO.sha256().substring(0, 16));
        assertThat(new PaySlipTemplate(Language.SV, Picture.of(jpeg(400, 100))).version())
                .isNotEqualTo(with);
    }

    @Test
    void a_slip_is_as_small_with_a_logo_as_without_and_the_same_from_each_template() {
        var slip = BoEkdahl.slipWithEarnings(3); // the one of the reference would go on overleaf
        var plain = new PaySlipTemplate(Language.EN).draw(slip);
        var one = new PaySlipTemplate(Language.EN, LOGO);
        var tail = one.draw(slip);
        var other = new PaySlipTemplate(Language.EN, Picture.of(png(400, 100)));

        assertThat(tail.bytes().length).isLessThan(plain.bytes().length + 50);
        assertThat(other.draw(slip).bytes()).isEqualTo(tail.bytes());
        assertThat(other.prefix(tail.prefix())).isEqualTo(one.prefix(tail.prefix()));
    }

    @Test
    void many_slips_as_one_file_have_the_logo_in_it_once() throws IOException {
        var template = new PaySlipTemplate(Language.EN, LOGO);
        var tails = List.of(template.draw(BoEkdahl.slip()), template.draw(BoEkdahl.slipOf("Ольга")));
        var merged = new ByteArrayOutputStream();
        template.merge("Pay slips", Set.of(tails.get(0).prefix(), tails.get(1).prefix()), tails.iterator(), merged);

        assertThat(tails).extracting(Tail::pages).containsExactly(2, 2); // so full a slip goes on overleaf below a logo
        for (int page = 1; page <= 4; page++)
            assertThat(TextBoxes.of(merged.toByteArray(), page))
                    .as("page " + page)
                    .filteredOn(LogoTest::isPicture)
                    .hasSize(page % 2);
        try (var document = Loader.loadPDF(merged.toByteArray())) {
            assertThat(document.getDocument().getObjectsByType(COSName.XOBJECT))
                    .filteredOn(object -> object.getObject() instanceof org.apache.pdfbox.cos.COSStream stream
                            && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_USHORT_GRAY
            })
    void every_kind_of_png_keeps_its_pixels(int type) throws IOException {
        var drawn = NorrskenLogo.drawn(123, 45, type);
        var logo = logo(Paper.INVOICE.with(Picture.of(png(drawn)), Language.EN));

        assertThat(logo.getSoftMask() != null).isEqualTo(type == BufferedImage.TYPE_INT_ARGB);
        var shown = logo.getImage();
        for (int y = 0; y < 45; y++)
            for (int x = 0; x < 123; x++) assertThat(shown.getRGB(x, y)).isEqualTo(pixel(drawn, x, y));
    }

    /** A grey one as the values that the file has. */
    private static int pixel(BufferedImage image, int x, int y) {
        int value = image.getRaster().getSample(x, y, 0);
        return switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> 0xFF000000 | value * 0x10101;
            case BufferedImage.TYPE_USHORT_GRAY -> 0xFF000000 | value * 255 / 65535 * 0x10101;
            default -> image.getRGB(x, y);
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_jpeg_is_taken_over_as_it_is(boolean progressive) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
            var picture = Picture.of(jpeg(NorrskenLogo.drawn(200, 50, type), progressive));
            var logo = logo(Paper.INVOICE.with(picture, Language.EN));

            assertThat(logo.getCOSObject().createRawInputStream().readAllBytes())
                    .isEqualTo(picture.file());
            assertThat(logo.getColorSpace().getNumberOfComponents())
                    .isEqualTo(type == BufferedImage.TYPE_INT_RGB ? 3 : 1);
            assertThat(logo.getImage().getWidth()).isEqualTo(200);
        }
    }

    private static PDImageXObject logo(byte[] pdf) throws IOException {
        var document = Loader.loadPDF(pdf); // the picture reads from it
        return (PDImageXObject) document.getPage(0).getResources().getXObject(COSName.getPDFName("L"));
    }
}
