package dev.callboard.local.demo;

import dev.callboard.local.infrastructure.FolderTree;
import dev.callboard.local.process.Programs;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import javax.imageio.ImageIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Documents as pictures, for people who look before they open. */
public final class Pictures {
    private static final int DOTS_PER_INCH = 110;
    public static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int PATIENCE_SECONDS = 30;

    /** A telephone's pixels to one of CSS. */
    private static final int SCALE = 2;

    /** Taller than any of our pages: a browser pictures its window and not the page. */
    private static final int WINDOW_HEIGHT = 3000;

    /** What is left below the last line, in CSS pixels. */
    static final int FOOT = 24;

    private Pictures() {}

    static byte[] firstPage(PDDocument document) throws IOException {
        return png(new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** A whole page as a telephone shows it, 390 CSS pixels wide; nothing where no browser is found or it fails. */
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
                            "--window-size=390," + WINDOW_HEIGHT,
                            "--force-device-scale-factor=" + SCALE,
                            "--screenshot=" + picture,
                            page.toUri().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            if (!Files.exists(picture)) return Optional.empty();
            var image = ImageIO.read(picture.toFile());
            return image == null ? Optional.empty() : Optional.of(png(withoutEmptyFoot(image)));
        } finally {
            forget(folder);
        }
    }

    /** Cut where the page ends: below it every row is the colour of the ground. */
    static BufferedImage withoutEmptyFoot(BufferedImage image) {
        int ground = image.getRGB(0, image.getHeight() - 1);
        int rows = image.getHeight();
        while (rows > 0 && isPlain(image, rows - 1, ground)) rows--;
        int height = Math.min(image.getHeight(), rows + FOOT * SCALE);
        return image.getSubimage(0, 0, image.getWidth(), height);
    }

    private static boolean isPlain(BufferedImage image, int row, int ground) {
        return Arrays.stream(image.getRGB(0, row, image.getWidth(), 1, null, 0, image.getWidth()))
                .allMatch(pixel -> pixel == ground);
    }

    private static void forget(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException stillWriting) {
            // a browser's helper outlived it: what is left lies in the system's folder for such things
        }
    }
}
