package dev.callboard.local.demo;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.process.Programs;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import javax.imageio.ImageIO;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Documents as pictures, for people who look before they open. */
public final class Pictures {
    private static final int DOTS_PER_INCH = 110;
    public static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int PATIENCE_SECONDS = 30;

    private Pictures() {}

    static byte[] firstPage(PDDocument document) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB), "png", png);
        return png.toByteArray();
    }

    /** A page as a telephone shows it, 390 CSS pixels wide; nothing where no browser is found or it fails. */
    public static Optional<byte[]> onTelephone(Path page) {
        var browser = BROWSERS.stream()
                .flatMap(name -> Programs.onPath(name).stream())
                .findFirst();
        if (browser.isEmpty()) return Optional.empty();
        try {
            return shown(browser.get(), page);
        } catch (IOException cannotStart) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<byte[]> shown(Path browser, Path page) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("callboard-picture");
        try {
            var picture = folder.resolve("picture.png");
            var process = new ProcessBuilder(
                            browser.toString(),
                            "--headless",
                            Programs.isRoot() ? "--no-sandbox" : "--incognito", // as root it has no sandbox
                            "--disable-gpu",
                            "--hide-scrollbars",
                            "--user-data-dir=" + folder.resolve("profile"),
                            "--window-size=390,844",
                            "--force-device-scale-factor=2",
                            "--screenshot=" + picture,
                            page.toUri().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            return Files.exists(picture) ? Optional.of(Files.readAllBytes(picture)) : Optional.empty();
        } finally {
            forget(folder);
        }
    }

    private static void forget(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException stillWriting) {
            // a browser's helper outlived it: what is left lies in the system's folder for such things
        }
    }
}
