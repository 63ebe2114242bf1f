package dev.callboard.project.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    public boolean isOfCall() {
        return what.equals(CALL);
    }

    private static void places(List<Changed> changed, Brief.Place before, Brief.Place now) {
        note(changed, "Place", before.set(), now.set());
        if (before.set().equals(now.set())) note(changed, "Town", orNull(before.town()), orNull(now.town()));
        note(changed, "Report at", before.report(), now.report());
        note(changed, "Parking", before.parking(), now.parking());
        // two addresses of maps tell nobody anything; the new one is to be opened
        if (!Objects.equals(before.map(), now.map()))
            changed.add(new Changed("Map", now.map() == null ? before.map() : null, now.map()));
    }

    /** A day may have two of a name: the first is compared with the first. */
    private static void times(List<Changed> changed, String what, Brief before, Brief now) {
        var then = at(before, what);
        var at = at(now, what);
        for (int nth = 0; nth < Math.max(then.size(), at.size()); nth++)
            note(
                    changed,
                    Spoken.capital(what),
                    nth < then.size() ? then.get(nth) : null,
                    nth < at.size() ? at.get(nth) : null);
    }

    private static List<String> at(Brief brief, String what) {
        return brief.then().stream()
                .filter(then -> then.what().equals(what))
                .map(then -> Spoken.clock(then.at(), brief.zone()))
                .toList();
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
