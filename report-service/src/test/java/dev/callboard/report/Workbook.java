package dev.callboard.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;

/** The parts of an XLSX file, found as spreadsheet programs find them: by the directory at its end. */
public final class Workbook {
    public static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbook() {}

    /** Empty where there is no such part. */
    public static String part(byte[] workbook, String name) throws IOException {
        var file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(name);
            return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
