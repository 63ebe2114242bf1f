package dev.callboard.local.mail;

import dev.callboard.local.process.AtomicFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Every mail as a file, {@code RECIPIENT/NNNN.eml}, numbered from 1 in the order of arrival. A file is seen whole or not at all. */
final class DroppedMails {
    private final Path folder;
    private final Map<Path, Integer> last = new HashMap<>();

    DroppedMails(Path folder) {
        this.folder = folder;
    }

    synchronized Path add(String recipient, byte[] mail) {
        Path box = folder.resolve(fileName(recipient));
        try {
            Files.createDirectories(box);
            int number = last.containsKey(box) ? last.get(box) + 1 : highest(box) + 1;
            Path file = box.resolve(String.format(Locale.ROOT, "%04d.eml", number));
            AtomicFile.write(file, mail);
            last.put(box, number);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int highest(Path box) throws IOException {
        try (var files = Files.list(box)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4,9}\\.eml"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - ".eml".length())))
                    .max()
                    .orElse(0);
        }
    }

    /** An address as a folder's name: no separator, no leading dot, nothing that leads out of the folder. */
    static String fileName(String address) {
        String name = address.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@._+=-]", "_");
        return name.startsWith(".") ? "_" + name.substring(1) : name;
    }
}
