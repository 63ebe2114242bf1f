package dev.callboard.project.callsheet;

import dev.callboard.project.callsheet.CallSheet.About;
import dev.callboard.project.callsheet.CallSheet.Change;
import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a sheet says is new, numbered as it was found. What reads alike is one change, wherever it shows. */
final class Changes {
    private final Map<Change, Set<String>> cellsOf = new LinkedHashMap<>();

    static Change times(About about, String subject, @Nullable OffsetDateTime before, @Nullable OffsetDateTime now) {
        return new Change(0, about, subject, before, now, null, null, List.of());
    }

    static Change texts(About about, String subject, @Nullable String before, @Nullable String now) {
        return new Change(0, about, subject, null, null, before, now, List.of());
    }

    /** @param said without number and cells. @return its number */
    int add(Change said, List<String> cells) {
        cellsOf.computeIfAbsent(said, _ -> new LinkedHashSet<>()).addAll(cells);
        return List.copyOf(cellsOf.keySet()).indexOf(said) + 1;
    }

    List<Change> all() {
        var all = new ArrayList<Change>();
        cellsOf.forEach((said, cells) -> all.add(new Change(
                all.size() + 1,
                said.about(),
                said.subject(),
                said.timeBefore(),
                said.time(),
                said.before(),
                said.now(),
                List.copyOf(cells))));
        return all;
    }
}
