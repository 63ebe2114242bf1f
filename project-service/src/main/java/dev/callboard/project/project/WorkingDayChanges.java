package dev.callboard.project.project;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaysResource.DayRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is said about a whole day: when it begins, eats and ends. */
@ApplicationScoped
class WorkingDayChanges {
    @Inject
    WorkingDays days;

    /** @throws Problem PRECONDITION_FAILED, INVALID */
    @Transactional
    WorkingDay change(UUID projectId, UUID unitId, LocalDate date, IfMatch ifMatch, DayRequest request) {
        var day = days.load(projectId, unitId, date);
        ifMatch.mustBe(day.version);
        var meals = request.meals() == null ? List.<Meal>of() : request.meals();
        for (int i = 0; i < meals.size(); i++) check("meals[" + i + "].", meals.get(i));
        var ends = request.estimatedWrap();
        var nextDay = request.wrapsNextDay() != null && request.wrapsNextDay();
        if (ends != null && request.generalCall() != null && !nextDay && !ends.isAfter(request.generalCall()))
            throw CommonProblem.INVALID
                    .of("estimatedWrap")
                    .field("estimatedWrap", ends, "after " + request.generalCall() + ", or wrapsNextDay");

        day.generalCall = request.generalCall();
        day.meals = List.copyOf(meals);
        day.estimatedWrap = ends;
        day.wrapsNextDay = nextDay;
        day.notes = request.notes();
        day.approver = request.approver();
        days.flush();
        return day;
    }

    /** @param field of the meal, {@code meals[0].} */
    private static void check(String field, Meal meal) {
        if (meal.name() == null || meal.name().isBlank() || meal.name().length() > 50)
            throw wrong(field + "name", meal.name(), "1 to 50 characters");
        if (meal.at() == null) throw wrong(field + "at", null, "a local time such as 12:00");
        if (meal.minutes() < 5 || meal.minutes() > 240) throw wrong(field + "minutes", meal.minutes(), "5 to 240");
    }

    private static Problem wrong(String field, @Nullable Object value, String expected) {
        return CommonProblem.INVALID.of(field).field(field, value, expected);
    }
}
