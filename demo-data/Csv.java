import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file being written: RFC 4180 with line feeds. The first line names the columns and is line 1. */
final class Csv {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    Csv(String header) {
        lines.add(header);
        columns = header.split(",").length;
    }

    /** @return the number of the line that it stands on */
    int add(Object... values) {
        if (values.length != columns)
            throw new IllegalArgumentException(values.length + " values (expected: " + columns + "): " + List.of(values));
        var line = new StringBuilder();
        var first = true;
        for (var value : values) {
            if (first) first = false;
            else line.append(',');
            line.append(quoted(value.toString()));
        }
        lines.add(line.toString());
        return lines.size();
    }

    void replace(int line, int column, String value) {
        var cells = lines.get(line - 1).split(",", -1);
        cells[column] = value;
        lines.set(line - 1, String.join(",", cells));
    }

    String line(int line) {
        return lines.get(line - 1);
    }

    int rows() {
        return lines.size() - 1;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String quoted(String value) {
        return value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
