package dev.callboard.acceptance.pay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that an account imports for its payroll. */
record Packaged(Path folder) {
    Map<String, Employee> employees() {
        return rows(folder.resolve("employees.csv")).stream()
                .map(Employee::of)
                .collect(Collectors.toMap(Employee::number, Function.identity(), (_, b) -> b, LinkedHashMap::new));
    }

    List<Work> hours() {
        return rows(folder.resolve("hours.csv")).stream().map(Work::of).toList();
    }

    static List<NamedCsvRecord> rows(Path csv) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(csv.toString(), failed);
        }
    }
}
