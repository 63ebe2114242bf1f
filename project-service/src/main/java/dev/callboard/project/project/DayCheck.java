package dev.callboard.project.project;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaySummary.Weather;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Whether what was said about a day can be; each throws INVALID with the field, its value and what was expected. */
final class DayCheck {
    /** By so much a planner's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private DayCheck() {}

    static void meals(List<Meal> meals) {
        for (int i = 0; i < meals.size(); i++) {
            var meal = meals.get(i);
            var field = "meals[" + i + "].";
            words(field + "name", meal.name(), 50);
            if (meal.at() == null) throw wrong(field + "at", null, "a local time such as 12:00");
            if (meal.minutes() < 5 || meal.minutes() > 240) throw wrong(field + "minutes", meal.minutes(), "5 to 240");
        }
    }

    static void weather(Weather weather, Instant now) {
        words("weather.words", weather.words(), 300);
        words("weather.source", weather.source(), 100);
        if (weather.enteredAt() == null)
            throw wrong("weather.enteredAt", null, "an instant such as 2027-10-29T14:30:00Z");
        if (weather.enteredAt().isAfter(now.plus(AHEAD)))
            throw wrong("weather.enteredAt", weather.enteredAt(), "not after now, " + now);
    }

    static void transport(List<Ride> rides) {
        for (int i = 0; i < rides.size(); i++) {
            var ride = rides.get(i);
            var field = "transport[" + i + "].";
            if (ride.at() == null) throw wrong(field + "at", null, "a local time such as 17:15");
            words(field + "from", ride.from(), 200);
            words(field + "to", ride.to(), 200);
            if (ride.who() == null && ride.vehicle() == null)
                throw wrong(field + "vehicle", null, "who is moved, or by which vehicle");
            if (ride.who() != null) words(field + "who", ride.who(), 200);
            if (ride.vehicle() != null) words(field + "vehicle", ride.vehicle(), 100);
        }
    }

    static void castTimes(List<CastTimes> cast) {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < cast.size(); i++) {
            var times = cast.get(i);
            var field = "castTimes[" + i + "].";
            if (times.crewEntryId() == null) throw wrong(field + "crewEntryId", null, "a crew entry of the project");
            if (!seen.add(times.crewEntryId()))
                throw wrong(field + "crewEntryId", times.crewEntryId(), "each of the cast once");
            if (times.pickup() == null && times.makeUp() == null)
                throw wrong(field + "makeUp", null, "a local time such as 18:45, here or as pickup");
        }
    }

    private static void words(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest)
            throw wrong(field, text, "1 to " + longest + " characters");
    }

    private static Problem wrong(String field, @Nullable Object value, String expected) {
        return CommonProblem.INVALID.of(field).field(field, value, expected);
    }
}
