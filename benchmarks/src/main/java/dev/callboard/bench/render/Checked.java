package dev.callboard.bench.render;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is looked at in every document before a figure about it is believed. */
final class Checked {
    private Checked() {}

    static int pages(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            return pdf.getNumberOfPages();
        }
    }

    /**
     * The words on the page, sorted: writers order their texts as they like, and one that places by whole points has
     * other lines, and a gap before the comma after a name, for an extractor.
     */
    static List<String> words(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return Arrays.stream(stripper.getText(pdf).replaceAll("\\s+,", ",").split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** The words that only one of two documents has. */
    static String difference(List<String> one, List<String> other) {
        var missing = new ArrayList<>(one);
        other.forEach(missing::remove);
        var added = new ArrayList<>(other);
        one.forEach(added::remove);
        return "without " + missing + ", with " + added;
    }

    static boolean qpdfIsThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(java.nio.file.Path.of(folder, "qpdf")));
    }

    /** @return what {@code qpdf --check} complains of; empty for a valid document */
    static String complaints(byte[] document) throws IOException, InterruptedException {
        var file = Files.createTempFile("bench-", ".pdf");
        try {
            Files.write(file, document);
            var check = new ProcessBuilder("qpdf", "--check", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return check.waitFor() == 0 ? "" : said;
        } finally {
            Files.delete(file);
        }
    }
}
