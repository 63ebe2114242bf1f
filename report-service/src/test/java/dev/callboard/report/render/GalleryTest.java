package dev.callboard.report.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of document as people see it. {@code ./callboard gallery} runs this with {@code -Dcallboard.gallery=FOLDER}
 * and so writes the pictures of docs/gallery.
 */
class GalleryTest {
    private static final int DOTS_PER_INCH = 110;

    enum Picture {
        PAY_SLIP {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new PaySlipTemplate(language), BoEkdahl.slip());
            }
        },
        CALL_SHEET {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new CallSheetTemplate(language), SlussenNight.coordinators());
            }
        },
        CALL_SHEET_OF_BO {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new CallSheetTemplate(language), SlussenNight.of("Bo Ekdahl", "best boy grip", "18:00"));
            }
        },
        CALL_SHEET_REDACTED {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new CallSheetTemplate(language), SlussenNight.redacted());
            }
        },
        SUMMONING_GRID {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new SummoningGridTemplate(language), SaltRoad.grid());
            }
        },
        PROJECT_PLAN {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new ProjectPlanTemplate(language), SaltRoad.plan());
            }
        },
        ACCOUNT_STATEMENT {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new AccountStatementTemplate(language), NorrskenBooks.october());
            }
        },
        TAX_REPORT {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new TaxReportTemplate(language), ZoeMuller.taxReport());
            }
        },
        LEAVE_REPORT {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new LeaveReportTemplate(language), AsaOberg.leaveReport());
            }
        },
        TAX_SUMMARY {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new TaxSummaryTemplate(language), Norrsken2027.taxSummary(412_903_311_75L));
            }
        },
        LEAVE_SUMMARY {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new LeaveSummaryTemplate(language), Norrsken2027.leaveSummary());
            }
        },
        PAY_REGISTER {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new PayRegisterTemplate(language), Norrsken2027.payRegister(120));
            }
        },
        INVOICE {
            @Override
            Supplier<byte[]> drawing(Language language) {
                return by(new InvoiceTemplate(language), NorrskenBooks.invoice());
            }
        };

        /** By one template, however often and by whichever thread it is asked for. */
        abstract Supplier<byte[]> drawing(Language language);

        byte[] document(Language language) {
            return drawing(language).get();
        }

        /** {@code call-sheet.png}, {@code call-sheet-2.png}, {@code call-sheet-sv.png}. */
        String fileName(Language language, int page) {
            var name = name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (language != Language.EN) name += "-" + language.tag();
            return page == 0 ? name + ".png" : name + "-" + (page + 1) + ".png";
        }

        /**
         * In English the first, second and last, since a grid has more than anybody wants to see; of the other languages
         * the first.
         */
        boolean shows(Language language, int page, int pages) {
            return page == 0 || language == Language.EN && (page == 1 || page == pages - 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.callboard.report.render.PapersTest#everyKindInEveryLanguage")
    void each_page_can_be_shown_and_keeps_to_its_margins(Picture picture, Language language) throws IOException {
        for (var page : pages(picture, language)) {
            int margin = 20 * DOTS_PER_INCH / 72;
            assertThat(ink(page, 0, margin)).as("left margin").isZero();
            assertThat(ink(page, page.getWidth() - margin, page.getWidth()))
                    .as("right margin")
                    .isZero();
            assertThat(ink(page, 0, page.getWidth())).as("ink").isPositive();
        }
    }

    private static List<BufferedImage> pages(Picture picture, Language language) throws IOException {
        var folder = System.getProperty("callboard.gallery");
        var pages = new ArrayList<BufferedImage>();
        try (var document = Loader.loadPDF(picture.document(language))) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                if (!picture.shows(language, page, document.getNumberOfPages())) continue;
                var image = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
                pages.add(image);
                if (folder == null) continue;
                var file = Path.of(folder).resolve(picture.fileName(language, page));
                Files.createDirectories(file.getParent());
                ImageIO.write(image, "png", file.toFile());
            }
        }
        return pages;
    }

    /** Dark pixels between two columns. */
    private static int ink(BufferedImage page, int from, int to) {
        int dark = 0;
        for (int x = from; x < to; x++)
            for (int y = 0; y < page.getHeight(); y++) if ((page.getRGB(x, y) & 0xFF) < 128) dark++;
        return dark;
    }

    private static <T> Supplier<byte[]> by(Template<T> template, T item) {
        return () -> drawn(template, item);
    }

    static <T> byte[] drawn(Template<T> template, T item) {
        var tail = template.draw(item);
        var document = new ByteArrayOutputStream();
        document.writeBytes(template.prefix(tail.prefix()));
        document.writeBytes(tail.bytes());
        return document.toByteArray();
    }
}
