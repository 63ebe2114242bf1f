package dev.callboard.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table and what is said below it, printed and recorded as Markdown for people and as JSON for comparison. */
public final class Result {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Machine machine = Machine.here();

    public Result(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    public void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Something that must hold for the figures to mean anything, and does not. */
    public void failure(String sentence) {
        failures.add(sentence);
    }

    /** For the JSON alone: the same figure as in the table, unrounded. */
    public void figure(String name, Object value) {
        figures.put(name, value);
    }

    public boolean isOnBusyMachine() {
        return machine.isBusy();
    }

    boolean isSound() {
        return failures.isEmpty();
    }

    /** As a Markdown table whose columns also stand under one another on a terminal. */
    String text() {
        var widths = new int[columns.size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = columns.get(at).length();
            for (var row : rows) widths[at] = Math.max(widths[at], row.get(at).length());
        }
        var text = new StringBuilder("# " + title + "\n\n" + machine + "\n\n");
        line(text, columns, widths);
        line(text, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        for (var row : rows) line(text, row, widths);
        text.append('\n');
        for (var note : notes) text.append(note).append("\n\n");
        for (var failure : failures) text.append("FAILED: ").append(failure).append("\n\n");
        return text.toString().strip() + "\n";
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int at = 0; at < widths.length; at++) {
            var room = " ".repeat(widths[at] - cells.get(at).length());
            text.append(at == 0 ? "| " + cells.get(at) + room : " | " + room + cells.get(at));
        }
        text.append(" |\n");
    }

    void record(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        var day = LocalDate.now(Clock.systemUTC());
        var json = new LinkedHashMap<String, Object>();
        json.put("benchmark", name);
        json.put("day", day.toString());
        json.put("machine", machine.toString());
        json.put("sound", isSound());
        json.put("figures", figures);
        Files.writeString(folder.resolve(name + "-" + day + ".md"), text());
        Files.writeString(folder.resolve(name + "-" + day + ".json"), JSON.writeValueAsString(json) + "\n");
    }
}
