package dev.callboard.project.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fact of a call that is different from the version before, in the words of the mail: {@code Call}, 18:30, 18:00.
 *
 * @param before null: it is new
 * @param now null: it has gone
 */
@Schema(name = "CallChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Changed(
        String what, @Nullable String before, @Nullable String now) {
    private static final String CALL = "Call";

    /** The time first, then as the mail tells it. Whatever asks somebody again ({@link Brief#asksTheSameAs}) is in it. */
    public static List<Changed> between(Brief before, Brief now) {
        var changed = new ArrayList<Changed>();
        note(changed, "Day", Spoken.day(before.workingDay()), Spoken.day(now.workingDay()));
        note(changed, CALL, call(before), call(now));
        note(changed, "Time zone", Spoken.cityOf(before.zone()), Spoken.cityOf(now.zone()));
        note(changed, "Role", before.rolesInWords(), now.rolesInWords());
        places(changed, before.place(), now.place());
        var wrap = Spoken.wrap(now);
        note(changed, "Wrap", Spoken.wrap(before).replace("Wrap ", ""), wrap.replace("Wrap ", ""));
        Stream.concat(now.then().stream(), before.then().stream())
                .map(Brief.Then::what)
                .distinct()
                .forEach(what -> times(changed, what, before, now));
        return List.copyOf(changed);
    }

    /** Of the call itself, which pages show on its own, in the largest type. */
    @JsonIgnore
    public boolean isOfCall() {
        return what.equals(CALL);
    }

    private static void places(List<Changed> changed, Brief.Place before, Brief.Place now) {
        note(changed, "Place", before.set(), now.set());
        if (before.set().equals(now.set())) note(changed, "Town", orNull(before.town()), orNull(now.town()));
        note(changed, "Report at", before.report(), now.report());
        note(changed, "Parking", before.parking(), now.parking());
        note(changed, "Map", before.map(), now.map());
    }

    /**
     * A day may have two of a name: what is at the same moment is the same, and of the others the first is compared with
     * the first. One without another is new, or has gone, only where both calls would tell of it.
     */
    private static void times(List<Changed> changed, String what, Brief before, Brief now) {
        var then = at(before, what);
        var at = at(now, what);
        var both = then.stream().filter(at::contains).toList();
        both.forEach(same -> note(changed, Spoken.capital(what), clock(before, same), clock(now, same)));
        then.removeAll(both);
        at.removeAll(both);
        int pairs = Math.min(then.size(), at.size());
        for (int nth = 0; nth < pairs; nth++)
            note(changed, Spoken.capital(what), clock(before, then.get(nth)), clock(now, at.get(nth)));
        then.stream()
                .skip(pairs)
                .filter(now::tellsOf)
                .forEach(gone -> note(changed, Spoken.capital(what), clock(before, gone), null));
        at.stream()
                .skip(pairs)
                .filter(before::tellsOf)
                .forEach(come -> note(changed, Spoken.capital(what), null, clock(now, come)));
    }

    private static List<Instant> at(Brief brief, String what) {
        return brief.then().stream()
                .filter(then -> then.what().equals(what))
                .map(Brief.Then::at)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String clock(Brief brief, Instant at) {
        return Spoken.clock(at, brief.zone());
    }

    private static String call(Brief brief) {
        return Spoken.clockOn(brief.workingDay(), brief.callAt(), brief.zone());
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static void note(List<Changed> changed, String what, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) changed.add(new Changed(what, before, now));
    }
}
