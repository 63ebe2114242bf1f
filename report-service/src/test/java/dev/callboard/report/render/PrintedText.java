package dev.callboard.report.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a reader gets out of a document, page by page, each line from left to right. */
public final class PrintedText {
    private PrintedText() {}

    static <T> List<String> pages(Template<T> template, T item) throws IOException {
        var tail = template.draw(item);
        var bytes = new ByteArrayOutputStream();
        bytes.write(template.prefix(tail.prefix()));
        bytes.write(tail.bytes());
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replace('\u00A0', ' '));
            }
        }
        return pages;
    }

    public static <T> String of(Template<T> template, T item) throws IOException {
        return String.join("\f", pages(template, item));
    }
}
