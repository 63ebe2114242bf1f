package dev.callboard.project.answer;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Changed;
import dev.callboard.project.call.Spoken;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static dev.callboard.project.answer.Html.text;

/** What is different between two versions of a call, and what is not, as the page shows it. */
record Changes(
        List<Changed> changed,
        @Nullable String moved,
        @Nullable String placeKept,
        @Nullable String wrapKept) {

    static Changes between(Brief before, Brief now) {
        var all = Changed.between(before, now);
        var wrap = Spoken.wrap(now);
        return new Changes(
                all.stream().filter(change -> !change.isOfCall()).toList(),
                before.callAt().equals(now.callAt())
                        ? null
                        : "Before: <del>"
                                + text(Spoken.clockOn(before.workingDay(), before.callAt(), before.zone())) + "</del>. "
                                + text(Spoken.moved(before.callAt(), now.callAt())) + ".",
                now.place().set().equals(before.place().set()) ? now.place().set() : null,
                wrap.equals(Spoken.wrap(before)) ? wrap : null);
    }

    /** Beneath the time. */
    String movedHtml() {
        return moved == null ? "" : "<p class=\"m\">" + moved + "</p>\n";
    }

    String changedHtml() {
        if (changed.isEmpty()) return "";
        var html = new StringBuilder("<section><p class=\"s\">")
                .append(moved == null ? "Changed" : "Also changed")
                .append("</p><dl class=\"k\">");
        for (var change : changed) {
            html.append("<dt>").append(text(change.what())).append("</dt><dd>");
            if (change.now() != null) html.append(text(change.now()));
            if (change.now() != null && change.before() != null) html.append(", before ");
            if (change.before() != null)
                html.append("<del>").append(text(change.before())).append("</del>");
            html.append("</dd>");
        }
        return html.append("</dl></section>\n").toString();
    }

    String keptHtml() {
        if (placeKept == null && wrapKept == null) return "";
        return "<section><p class=\"s\">Not changed</p><p>"
                + (placeKept == null ? "" : "<b>" + text(placeKept) + "</b>")
                + (placeKept != null && wrapKept != null ? "<br>" : "")
                + (wrapKept == null ? "" : text(wrapKept))
                + "</p></section>\n";
    }
}
