package dev.callboard.bench.render;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * PDFBox with the font files parsed once; the subset is cut per document, as its API has it. Deflate of level 1 as ours,
 * and no streams of objects, which cost more than they save.
 */
final class PdfBoxWriter implements Writer {
    private final TrueTypeFont regular = new TTFParser().parse(new RandomAccessReadBuffer(Fonts.read(Fonts.REGULAR)));
    private final TrueTypeFont bold = new TTFParser().parse(new RandomAccessReadBuffer(Fonts.read(Fonts.BOLD)));

    PdfBoxWriter() throws IOException {
        System.setProperty(Filter.SYSPROP_DEFLATELEVEL, "1");
    }

    @Override
    public String name() {
        return "PDFBox 3.0.8";
    }

    @Override
    public byte[] write(Item item) throws IOException {
        var out = new ByteArrayOutputStream(64 * 1024);
        try (var document = new PDDocument()) {
            var regularHere = PDType0Font.load(document, regular, true);
            var boldHere = PDType0Font.load(document, bold, true);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (var rule : item.page().rules()) content.addRect(rule.x(), rule.y(), rule.width(), rule.height());
                content.fill();
                content.beginText();
                float x = 0;
                float y = 0;
                for (var text : item.page().texts()) {
                    content.setFont(text.bold() ? boldHere : regularHere, text.size());
                    content.newLineAtOffset(text.x() - x, text.baseline() - y);
                    x = text.x();
                    y = text.baseline();
                    content.showText(text.text());
                }
                content.endText();
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }
}
