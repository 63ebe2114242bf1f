package dev.callboard.project.summoning;

import dev.callboard.project.call.Spoken;
import dev.callboard.project.plan.Unpublished;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** @param dates the working days that are published; empty: all that are not over */
    static List<Warning> of(List<Unpublished> unpublished, Set<LocalDate> dates, Instant now) {
        var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1); // it may not be over yet somewhere
        return unpublished.stream()
                .filter(change -> change.days().stream()
                        .anyMatch(day -> dates.isEmpty() ? !day.isBefore(yesterday) : dates.contains(day)))
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
                "activity " + change.number() + ", " + change.title() + " (" + said + "): " + said(change.how()));
    }

    private static String said(Unpublished.How how) {
        return switch (how) {
            case ADDED -> "not in the plan that was published; until it is published again call sheets do not have it";
            case CHANGED ->
                "changed since the plan was published; until it is published again call sheets print it as it was";
            case REMOVED ->
                "removed since the plan was published; until it is published again call sheets still have it";
        };
    }
}
