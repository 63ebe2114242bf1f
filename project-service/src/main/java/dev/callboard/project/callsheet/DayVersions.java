package dev.callboard.project.callsheet;

import dev.callboard.project.call.Call;
import dev.callboard.project.call.Life;
import dev.callboard.project.callsheet.CallSheet.About;
import dev.callboard.project.callsheet.CallSheet.Change;
import dev.callboard.project.callsheet.CallSheet.Version;
import dev.callboard.project.project.DepartmentSummary;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions of a day's sheet: each moment at which one of its calls was published or withdrawn is one. What stands now
 * is compared with the one before the last, and with the last itself for what was entered since. Calls that changed alike
 * for a department are one change.
 */
final class DayVersions {
    /** More names would not fit a line of the head. */
    private static final int MOST_NAMES = 3;

    private final Day day;
    private final boolean withNames;
    private final TreeSet<Instant> moments = new TreeSet<>();
    private final Changes changes = new Changes();
    private final Map<UUID, Integer> changeOfCall = new HashMap<>();
    private int calledAgain;

    /** What calls have in common that changed alike. */
    private record Alike(
            @Nullable DepartmentSummary department,
            What what,
            @Nullable Object before,
            @Nullable Object now) {}

    private enum What {
        TIME,
        PLACE,
        ROLE,
        CALLED,
        WITHDRAWN
    }

    DayVersions(Day day, boolean withNames) {
        this.day = day;
        this.withNames = withNames;
        for (var call : day.ever()) {
            moments.add(call.publishedAt());
            if (call.standing().life() == Life.WITHDRAWN)
                moments.add(Objects.requireNonNull(call.standing().endedAt(), "ended"));
        }
        if (moments.size() > 1) compare(moments.last());
    }

    Version version() {
        var last = moments.last();
        var before = moments.lower(last);
        return new Version(
                moments.size(),
                day.local(last),
                before == null ? null : moments.size() - 1,
                before == null ? null : day.local(before),
                calledAgain,
                changes.all());
    }

    /** The days that people may have on paper: of the version that was replaced first, then of this one. */
    List<Day> onPaper() {
        return Stream.of(moments.lower(moments.last()), moments.last())
                .filter(Objects::nonNull)
                .map(day::at)
                .flatMap(Optional::stream)
                .toList();
    }

    void compare(Facts now, List<Facts> onPaper) {
        now.compare(onPaper, changes);
    }

    /** Number of the change that concerns this call; 0 for none. */
    int changeOf(Call call) {
        return changeOfCall.getOrDefault(call.id(), 0);
    }

    private void compare(Instant last) {
        var before = day.ever().stream()
                .filter(call -> call.standing().successor() != null)
                .collect(Collectors.toMap(call -> call.standing().successor(), call -> call, (one, _) -> one));
        var alike = new LinkedHashMap<Alike, List<Call>>();
        day.ever().stream()
                .sorted(Comparator.comparingInt(this::position)
                        .thenComparing(call -> call.brief().callAt()))
                .forEach(call -> {
                    if (call.isPublished() && call.publishedAt().equals(last)) {
                        var replaced = before.get(call.id());
                        if (replaced != null && replaced.asks()) calledAgain++;
                        var change = published(call, replaced);
                        if (change != null)
                            alike.computeIfAbsent(change, _ -> new ArrayList<>())
                                    .add(call);
                    } else if (call.standing().life() == Life.WITHDRAWN
                            && last.equals(call.standing().endedAt())) {
                        alike.computeIfAbsent(
                                        new Alike(day.department(call), What.WITHDRAWN, null, null),
                                        _ -> new ArrayList<>())
                                .add(call);
                    }
                });
        alike.forEach((what, calls) -> {
            int number = changes.add(change(what, calls), List.of());
            calls.forEach(call -> changeOfCall.put(call.id(), number));
        });
    }

    private int position(Call call) {
        var department = day.department(call);
        return department == null ? Integer.MAX_VALUE : department.position();
    }

    /** Null where only what the mail says of her day is different, such as the time of a meal: the sheet has it elsewhere. */
    private @Nullable Alike published(Call call, @Nullable Call replaced) {
        var department = day.department(call);
        if (replaced == null) return new Alike(department, What.CALLED, null, null);

        var now = call.brief();
        var was = replaced.brief();
        if (!now.callAt().equals(was.callAt())) return new Alike(department, What.TIME, was.callAt(), now.callAt());
        if (!now.place().set().equals(was.place().set()))
            return new Alike(null, What.PLACE, was.place().set(), now.place().set());
        return now.roles().equals(was.roles())
                ? null
                : new Alike(department, What.ROLE, was.rolesInWords(), now.rolesInWords());
    }

    private Change change(Alike alike, List<Call> calls) {
        var department = alike.department == null ? "Crew" : alike.department.name();
        return switch (alike.what) {
            case TIME ->
                Changes.times(About.CALL, department, day.local(instant(alike.before)), day.local(instant(alike.now)));
            case PLACE -> Changes.texts(About.SET, "", (String) alike.before, (String) alike.now);
            case ROLE -> Changes.texts(About.OTHER, department, (String) alike.before, (String) alike.now);
            case CALLED -> Changes.texts(About.OTHER, department, null, names(calls));
            case WITHDRAWN -> Changes.texts(About.OTHER, department, names(calls), null);
        };
    }

    private static Instant instant(@Nullable Object at) {
        return (Instant) Objects.requireNonNull(at);
    }

    /** Names where they may be read and are few; else how many in which roles. */
    private String names(List<Call> calls) {
        if (withNames && calls.size() <= MOST_NAMES) {
            return calls.stream()
                    .map(call -> day.nameOf(call.belongs().crewEntryId()))
                    .map(name -> name == null ? "1" : name)
                    .collect(Collectors.joining(", "));
        }
        return calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.brief().rolesInWords(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(of -> of.getValue() + " " + of.getKey())
                .collect(Collectors.joining(", "));
    }
}
