package dev.callboard.project.answer;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Spoken;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static dev.callboard.project.answer.Html.text;

/** What is different between two versions of a call, apart from its time, and what is not. */
record Changes(
        List<Change> changed,
        @Nullable String placeKept,
        @Nullable String wrapKept) {
    /** Null before: it is new. Null now: it has gone. */
    record Change(
            String what, @Nullable String before, @Nullable String now) {}

    static Changes between(Brief before, Brief now) {
        var changed = new ArrayList<Change>();
        note(changed, "Day", Spoken.day(before.workingDay()), Spoken.day(now.workingDay()));
        note(changed, "Role", before.rolesInWords(), now.rolesInWords());
        note(changed, "Place", before.place().set(), now.place().set());
        note(changed, "Report at", before.place().report(), now.place().report());
        note(changed, "Parking", before.place().parking(), now.place().parking());
        Stream.concat(now.then().stream(), before.then().stream())
                .map(Brief.Then::what)
                .distinct()
                .forEach(what -> note(changed, Spoken.capital(what), time(before, what), time(now, what)));
        var wrap = Spoken.wrap(now);
        var wrapBefore = Spoken.wrap(before);
        note(changed, "Wrap", wrapBefore.replace("Wrap ", ""), wrap.replace("Wrap ", ""));
        return new Changes(
                List.copyOf(changed),
                now.place().set().equals(before.place().set()) ? now.place().set() : null,
                wrap.equals(wrapBefore) ? wrap : null);
    }

    String html() {
        var html = new StringBuilder();
        if (!changed.isEmpty()) {
            html.append("<section><p class=\"s\">Also changed</p><dl class=\"k\">");
            for (var change : changed) {
                html.append("<dt>").append(text(change.what)).append("</dt><dd>");
                if (change.now != null) html.append(text(change.now));
                if (change.now != null && change.before != null) html.append(", before ");
                if (change.before != null)
                    html.append("<del>").append(text(change.before)).append("</del>");
                html.append("</dd>");
            }
            html.append("</dl></section>\n");
        }
        if (placeKept != null || wrapKept != null) {
            html.append("<section><p class=\"s\">Not changed</p><p>");
            if (placeKept != null) html.append("<b>").append(text(placeKept)).append("</b>");
            if (placeKept != null && wrapKept != null) html.append("<br>");
            if (wrapKept != null) html.append(text(wrapKept));
            html.append("</p></section>\n");
        }
        return html.toString();
    }

    private static void note(List<Change> changed, String what, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) changed.add(new Change(what, before, now));
    }

    private static @Nullable String time(Brief brief, String what) {
        return brief.then().stream()
                .filter(then -> then.what().equals(what))
                .findFirst()
                .map(then -> at(brief, then.at()))
                .orElse(null);
    }

    private static String at(Brief brief, Instant at) {
        return Spoken.clock(at, brief.zone());
    }
}
