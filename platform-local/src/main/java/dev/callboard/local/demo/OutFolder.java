package dev.callboard.local.demo;

import dev.callboard.local.infrastructure.FolderTree;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo leaves to look at: {@code out/}, made anew each time. */
final class OutFolder {
    private static final String PICTURES = "pictures/";

    private final Path folder;
    private final Map<String, String> contents = new LinkedHashMap<>();

    OutFolder(Path folder) {
        this.folder = folder;
        try {
            FolderTree.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** @param what it is, for the index */
    void put(String name, String what, byte[] content) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            contents.put(name, what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String name, String what, String content) {
        put(name, what, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @return where something large is to be written to */
    Path keep(String name, String what) {
        contents.put(name, what);
        return folder.resolve(name);
    }

    /** The index, the checks and the checksums; last, as they are about all else. */
    void close(Stage stage, String url) {
        try {
            put(
                    "checks.json",
                    "every check with what was seen",
                    Gateway.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(stage.checks()));
            put("index.html", "this page", index(stage, url));
            var sums = new StringBuilder();
            for (var name : contents.keySet()) {
                sums.append(sha256(folder.resolve(name)))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
            put("SHA256SUMS", "checksums", sums.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String index(Stage stage, String url) {
        var files = contents.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("index.html") && !entry.getKey().startsWith(PICTURES))
                .map(entry -> "<tr><td>%s</td><td>%s%s</td></tr>"
                        .formatted(
                                link(entry.getKey(), entry.getKey()),
                                escaped(entry.getValue()),
                                picture(entry.getKey())))
                .collect(Collectors.joining("\n"));
        var checks = stage.checks().stream()
                .map(check -> "<tr><td>%d</td><td>%s</td><td>%s</td></tr>"
                        .formatted(check.scene(), check.holds() ? "\u25cf" : "\u25cb", escaped(check.statement())))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Callboard demo</title>
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <style>body{font:16px/24px "DejaVu Sans",Verdana,sans-serif;color:#111;max-width:880px;margin:24px auto;padding:0 20px}
                h1{font-size:24px;line-height:32px}h2{font-size:20px;line-height:28px;border-top:2px solid #111;padding-top:8px;margin-top:24px}
                table{border-collapse:collapse;width:100%%}td{border-top:1px solid #a6a6a6;padding:4px 16px 4px 0;vertical-align:top}
                a{color:#005a50;font-weight:bold}</style>
                <h1>Callboard demo · The Salt Road</h1>
                <p>%d of %d checks hold. The platform: <a href="%s">%s</a></p>
                <h2>Documents</h2><table>%s</table><h2>Checks</h2><table>%s</table></html>
                """.formatted(stage.passed(), stage.checks().size(), url, url, files, checks);
    }

    /** Beside the document that it shows, not in a line of its own. */
    private String picture(String document) {
        var picture = PICTURES + document.replaceFirst("\\.[a-z]+$", ".png");
        return contents.containsKey(picture) ? " · " + link(picture, "picture") : "";
    }

    private static String link(String address, String text) {
        return "<a href=\"" + address + "\">" + text + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
