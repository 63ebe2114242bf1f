package dev.callboard.project.summoning;

import dev.callboard.project.call.Spoken;
import dev.callboard.project.summoning.Roster.PlannedCall;
import dev.callboard.project.summoning.Roster.Scheduled;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

/**
 * A rule that a plan breaks. A publication names each one it overrides, with a reason.
 *
 * @param key the same in every preview of the same plan
 * @param crewEntryId whom it concerns; null for a place
 * @param detail what is wrong, with the value and what was expected
 */
record Violation(String key, Rule rule, @Nullable UUID crewEntryId, LocalDate day, String detail) {
    /** Between wrap and the next call, elapsed: a night in which clocks go back is longer than it looks. */
    static final Duration REST = Duration.ofHours(11);

    enum Rule {
        /** Too little rest between two days. */
        REST,
        /** One person in two places at once. */
        OVERLAP,
        /** An exclusive location used by two activities at once. */
        DOUBLE_BOOKING
    }

    static List<Violation> of(Roster roster, Collection<Scheduled> activities, Set<UUID> exclusiveLocations) {
        var found = new ArrayList<Violation>();
        roster.calls().stream()
                .collect(groupingBy(PlannedCall::crewEntryId))
                .values()
                .forEach(days -> found.addAll(betweenDays(days)));
        activities.stream()
                .filter(activity -> exclusiveLocations.contains(activity.locationId()))
                .collect(groupingBy(Scheduled::locationId))
                .values()
                .forEach(uses -> found.addAll(doubleBooked(uses)));
        return found.stream()
                .sorted(comparing(Violation::day).thenComparing(Violation::key))
                .toList();
    }

    private static List<Violation> betweenDays(List<PlannedCall> ofOnePerson) {
        var found = new ArrayList<Violation>();
        var days = ofOnePerson.stream().sorted(comparing(PlannedCall::callAt)).toList();
        for (int i = 1; i < days.size(); i++) {
            var before = days.get(i - 1);
            var next = days.get(i);
            var rest = Duration.between(before.wrapAt(), next.callAt());
            if (rest.isNegative()) {
                found.add(violation(
                        Rule.OVERLAP,
                        next,
                        "called " + said(next) + " while working until "
                                + Spoken.moment(before.wrapAt(), before.zone())));
            } else if (rest.compareTo(REST) < 0 && !before.day().equals(next.day())) {
                found.add(violation(
                        Rule.REST,
                        next,
                        "rest " + Spoken.length(rest) + " before the call of " + said(next) + " (expected: "
                                + REST.toHours() + " hours or more)"));
            }
        }
        return found;
    }

    private static List<Violation> doubleBooked(List<Scheduled> ofOnePlace) {
        var found = new ArrayList<Violation>();
        var uses = ofOnePlace.stream().sorted(comparing(Scheduled::startsAt)).toList();
        for (int i = 0; i < uses.size(); i++) {
            for (int j = i + 1;
                    j < uses.size()
                            && uses.get(j).startsAt().isBefore(uses.get(i).endsAt());
                    j++) {
                var first = uses.get(i);
                var second = uses.get(j);
                found.add(new Violation(
                        "double-booking/" + first.activityId() + "/" + second.activityId(),
                        Rule.DOUBLE_BOOKING,
                        null,
                        second.day().date(),
                        "activities " + first.number() + " and " + second.number()
                                + " use the same exclusive location at "
                                + Spoken.moment(second.startsAt(), second.zone())));
            }
        }
        return found;
    }

    private static Violation violation(Rule rule, PlannedCall call, String detail) {
        var key = (rule == Rule.REST ? "rest/" : "overlap/") + call.crewEntryId() + "/"
                + call.day().date() + "/" + call.day().unitId();
        return new Violation(key, rule, call.crewEntryId(), call.day().date(), detail);
    }

    private static String said(PlannedCall call) {
        return Spoken.day(call.day().date()) + " " + Spoken.clockOn(call.day().date(), call.callAt(), call.zone());
    }
}
