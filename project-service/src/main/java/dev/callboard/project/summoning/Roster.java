package dev.callboard.project.summoning;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

/**
 * Who would be called when, worked out from role calls, activities, bookings and working days. Several roles of one person
 * on the same day merge into one call at the earliest time.
 *
 * @param open roles for which too few people are booked
 */
record Roster(List<PlannedCall> calls, List<OpenRole> open) {
    /** How long before its first activity a role is called where nobody said otherwise. */
    static final Duration USUAL_OFFSET = Duration.ofMinutes(60);

    /** A working day: unit and date. It ends at wrap, not at midnight. */
    record Day(UUID unitId, LocalDate date) {}

    /** @param start local time at the location, on the working day or after its midnight */
    record Scheduled(
            UUID activityId,
            String number,
            String title,
            Day day,
            UUID locationId,
            ZoneId zone,
            LocalDateTime start,
            Duration duration) {
        Instant startsAt() {
            return start.atZone(zone).toInstant();
        }

        Instant endsAt() {
            return startsAt().plus(duration);
        }
    }

    /** @param offset before the activity's start; null: the day's general call, else the usual offset */
    record Wanted(
            UUID roleCallId,
            UUID activityId,
            String role,
            int count,
            @Nullable Duration offset,
            Duration lead) {}

    /** A confirmed booking. @param from first day. @param to last day */
    record Booked(UUID bookingId, UUID crewEntryId, String role, LocalDate from, LocalDate to) {
        boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** What the unit's day says. @param generalCall null: none is set. @param wrap null: when the last activity ends */
    record DayFacts(
            Day day,
            @Nullable LocalDateTime generalCall,
            @Nullable LocalDateTime wrap) {}

    /**
     * @param activities of this person on this day, in order of time; the first tells where to report
     * @param lead the longest of its roles: how long before the call an answer is wanted
     */
    record PlannedCall(
            UUID crewEntryId,
            Day day,
            ZoneId zone,
            Instant callAt,
            Instant wrapAt,
            List<String> roles,
            List<Scheduled> activities,
            Duration lead) {}

    record OpenRole(UUID roleCallId, UUID activityId, String role, int count, int booked) {}

    private record PersonAndDay(UUID crewEntryId, Day day) {}

    private record Part(Scheduled activity, Wanted wanted, Instant callAt) {}

    static Roster of(List<Wanted> wanted, Map<UUID, Scheduled> activities, List<Booked> bookings, List<DayFacts> days) {
        var byRole = bookings.stream().collect(groupingBy(Booked::role));
        var facts = new HashMap<Day, DayFacts>();
        days.forEach(day -> facts.put(day.day, day));

        var parts = new LinkedHashMap<PersonAndDay, List<Part>>();
        var open = new ArrayList<OpenRole>();
        for (var want : wanted) {
            var activity = activities.get(want.activityId);
            if (activity == null) continue; // it was cancelled or deleted since
            var people = byRole.getOrDefault(want.role, List.of()).stream()
                    .filter(booking -> booking.covers(activity.day.date))
                    .map(Booked::crewEntryId)
                    .distinct()
                    .limit(want.count)
                    .toList();
            if (people.size() < want.count)
                open.add(new OpenRole(want.roleCallId, want.activityId, want.role, want.count, people.size()));

            var part = new Part(activity, want, callAt(want, activity, facts.get(activity.day)));
            people.forEach(
                    person -> parts.computeIfAbsent(new PersonAndDay(person, activity.day), _ -> new ArrayList<>())
                            .add(part));
        }

        var calls = parts.entrySet().stream()
                .map(entry -> merged(entry.getKey(), entry.getValue(), facts.get(entry.getKey().day)))
                .sorted(comparing(PlannedCall::callAt).thenComparing(PlannedCall::crewEntryId))
                .toList();
        return new Roster(calls, List.copyOf(open));
    }

    private static Instant callAt(Wanted want, Scheduled activity, @Nullable DayFacts day) {
        if (want.offset != null) return activity.startsAt().minus(want.offset);
        if (day != null && day.generalCall != null) {
            var general = day.generalCall.atZone(activity.zone).toInstant();
            if (general.isBefore(activity.endsAt())) return general;
        }
        return activity.startsAt().minus(USUAL_OFFSET);
    }

    private static PlannedCall merged(PersonAndDay whom, List<Part> parts, @Nullable DayFacts day) {
        var inOrder = parts.stream()
                .sorted(comparing(Part::callAt).thenComparing(part -> part.activity.startsAt()))
                .toList();
        var first = inOrder.getFirst();
        var roles = new LinkedHashSet<String>();
        inOrder.forEach(part -> roles.add(part.wanted.role));
        var activities = inOrder.stream()
                .map(Part::activity)
                .distinct()
                .sorted(comparing(Scheduled::startsAt).thenComparing(Scheduled::number))
                .toList();
        var lastEnd = activities.stream()
                .map(Scheduled::endsAt)
                .max(Instant::compareTo)
                .orElseThrow();
        var wrap = day == null || day.wrap == null
                ? lastEnd
                : day.wrap.atZone(first.activity.zone).toInstant();
        return new PlannedCall(
                whom.crewEntryId,
                whom.day,
                first.activity.zone,
                first.callAt,
                wrap.isAfter(first.callAt) ? wrap : lastEnd,
                List.copyOf(roles),
                activities,
                inOrder.stream()
                        .map(part -> part.wanted.lead)
                        .max(Duration::compareTo)
                        .orElseThrow());
    }
}
