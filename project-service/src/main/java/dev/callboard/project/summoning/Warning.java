package dev.callboard.project.summoning;

import dev.callboard.project.call.Spoken;
import dev.callboard.project.plan.Unpublished;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What stops no publication, and whoever publishes should know.
 *
 * @param days that it concerns
 * @param detail which activity, when, and what follows from it
 */
@Schema(name = "SummoningWarning")
record Warning(Kind kind, UUID activityId, List<LocalDate> days, String detail) {
    @Schema(name = "SummoningWarningKind")
    enum Kind {
        /** Calls follow the activity as it is; call sheets print it as the plan was published last. */
        PLAN_UNPUBLISHED
    }

    /** @param dates the working days that are published; empty: all */
    static List<Warning> of(List<Unpublished> unpublished, Set<LocalDate> dates) {
        return unpublished.stream()
                .filter(change -> dates.isEmpty() || change.days().stream().anyMatch(dates::contains))
                .map(Warning::unpublished)
                .toList();
    }

    private static Warning unpublished(Unpublished change) {
        var days = change.days().stream().sorted().toList();
        var said = days.stream().map(Spoken::day).collect(Collectors.joining(", "));
        return new Warning(
                Kind.PLAN_UNPUBLISHED,
                change.activityId(),
                days,
                "activity " + change.number() + ", " + change.title() + " (" + said
                        + "): changed since the plan was published; until it is published again call sheets print it as it was");
    }
}
