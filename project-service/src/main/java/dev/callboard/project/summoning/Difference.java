package dev.callboard.project.summoning;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a publication changes, person by person: who is called for the first time, who is called again because something
 * that was asked of them is different, who no longer is. Whoever is asked the same as before is left in peace, and the
 * answer stands; so does everything of who has done her work. Who is there and not done is told, and asked nothing.
 */
record Difference(List<New> called, List<Again> calledAgain, List<Call> withdrawn, int kept) {

    /** What a person is to be told. */
    record Asked(UUID crewEntryId, UUID unitId, Brief brief, Duration lead) {
        Whom whom() {
            return new Whom(crewEntryId, unitId, brief.workingDay());
        }
    }

    /** @param before the withdrawn last version, when the person was called for this day once already */
    record New(Asked asked, Optional<Call> before) {}

    record Again(Asked asked, Call before) {
        boolean asks() {
            return before.asks();
        }
    }

    private record Whom(UUID crewEntryId, UUID unitId, LocalDate day) {}

    /**
     * @param newest each series of calls in its newest version, whether it stands or not
     * @param dates the working days to be published; empty: all
     * @param now a call whose day is over is never touched again; one whose person has come is not withdrawn
     */
    static Difference between(Collection<Call> newest, List<Asked> asked, Set<LocalDate> dates, Instant now) {
        var before = new HashMap<Whom, Call>();
        newest.forEach(call ->
                before.put(new Whom(call.belongs().crewEntryId(), call.belongs().unitId(), call.workingDay()), call));

        var called = new ArrayList<New>();
        var again = new ArrayList<Again>();
        var seen = new HashSet<Whom>();
        int kept = 0;
        for (var ask : asked) {
            var whom = ask.whom();
            seen.add(whom);
            if (!concerned(whom.day, dates) || !ask.brief.wrapAt().isAfter(now)) continue;

            var last = before.get(whom);
            if (last == null || last.standing().life() != Life.PUBLISHED) {
                called.add(new New(ask, Optional.ofNullable(last)));
            } else if (last.brief().asksTheSameAs(ask.brief)
                    || last.tracks().attendance().hasLeft()) {
                kept++;
            } else {
                again.add(new Again(ask, last));
            }
        }

        var withdrawn = new ArrayList<Call>();
        before.forEach((whom, call) -> {
            if (!seen.contains(whom) && concerned(whom.day, dates) && call.isWithdrawable(now)) withdrawn.add(call);
        });
        return new Difference(List.copyOf(called), List.copyOf(again), List.copyOf(withdrawn), kept);
    }

    boolean isEmpty() {
        return called.isEmpty() && calledAgain.isEmpty() && withdrawn.isEmpty();
    }

    /** Mails that a publication would send to be answered. */
    int asks() {
        return called.size() + calledAgain.size() - told();
    }

    /** Of those called again, people who are there: mails that want no answer. */
    int told() {
        return (int) calledAgain.stream().filter(again -> !again.asks()).count();
    }

    private static boolean concerned(LocalDate day, Set<LocalDate> dates) {
        return dates.isEmpty() || dates.contains(day);
    }

    /**
     * When an answer is wanted: the lead before the call, but never so soon that nobody can have read the mail, and never
     * after the call itself.
     */
    static Instant answerBy(Asked asked, Instant now) {
        var wanted = asked.brief.callAt().minus(asked.lead);
        var soonest = now.plus(Duration.ofHours(1));
        var later = wanted.isBefore(soonest) ? soonest : wanted;
        return later.isAfter(asked.brief.callAt()) ? asked.brief.callAt() : later;
    }
}
