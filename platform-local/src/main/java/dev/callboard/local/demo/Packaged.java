package dev.callboard.local.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The packaged data, see demo-data/README.md. */
record Packaged(Path folder) {
    Path file(String name) {
        return folder.resolve(name);
    }

    List<NamedCsvRecord> rows(String name) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new Stage.Failed(name + ": " + e);
        }
    }

    /** @param name of somebody on the crew list */
    String email(String name) {
        return rows("salt-road/crew.csv").stream()
                .filter(row -> (row.getField("given_name") + " " + row.getField("family_name"))
                        .strip()
                        .equals(name))
                .findFirst()
                .orElseThrow(() -> new Stage.Failed("nobody on the crew list is called " + name))
                .getField("email");
    }

    /** What is wrong on purpose in one file, and so must be found. */
    List<NamedCsvRecord> planted(String file) {
        return rows("planted.csv").stream()
                .filter(row -> row.getField("file").equals(file))
                .toList();
    }
}
