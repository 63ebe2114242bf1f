package dev.callboard.acceptance.pay;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** What can be read on the paper. */
record PrintedSlip(String employee, String name, BigDecimal net) {
    private static final Pattern EMPLOYEE = Pattern.compile("Employee (\\S+) Slip");
    private static final Pattern NAME = Pattern.compile("Organisation no\\. .*\\R([^,\\n]+)");
    private static final Pattern NET = Pattern.compile("SEK (−?[\\d,]+\\.\\d\\d)");

    /** Every PDF of the archive, on all cores. */
    static List<PrintedSlip> of(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().filter(entry -> entry.getName().endsWith(".pdf")).toList().parallelStream()
                    .map(entry -> {
                        try (var in = zip.getInputStream(entry)) {
                            return read(in.readAllBytes());
                        } catch (IOException failed) {
                            throw new UncheckedIOException(entry.getName(), failed);
                        }
                    })
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PrintedSlip read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            return new PrintedSlip(
                    find(EMPLOYEE, text),
                    find(NAME, text),
                    new BigDecimal(find(NET, text).replace(",", "").replace('−', '-')));
        }
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new AssertionError(pattern + " is not on the slip:\n" + text);
        return found.group(1);
    }
}
