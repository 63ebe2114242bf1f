package dev.callboard.bench.render;

import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * OpenPDF at its cheapest: no layout, straight on the content of the page, font files parsed once, Deflate of level 1 as
 * ours.
 */
final class OpenPdfWriter implements Writer {
    private final BaseFont regular = font("regular.ttf", Fonts.REGULAR);
    private final BaseFont bold = font("bold.ttf", Fonts.BOLD);

    OpenPdfWriter() throws IOException {}

    private static BaseFont font(String name, String resource) throws IOException {
        return BaseFont.createFont(
                name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, Fonts.read(resource), null);
    }

    @Override
    public String name() {
        return "OpenPDF 3.0.5";
    }

    @Override
    public byte[] write(Item item) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var document = new Document(PageSize.A4);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCompressionLevel(PdfStream.BEST_SPEED);
        document.open();
        var content = writer.getDirectContent();
        for (var rule : item.page().rules()) content.rectangle(rule.x(), rule.y(), rule.width(), rule.height());
        content.fill();
        content.beginText();
        for (var text : item.page().texts()) {
            content.setFontAndSize(text.bold() ? bold : regular, text.size());
            content.setTextMatrix(text.x(), text.baseline());
            content.showText(text.text());
        }
        content.endText();
        document.close();
        return out.toByteArray();
    }
}
