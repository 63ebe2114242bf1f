package dev.callboard.project.project;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.WorkingDaySummary.CastTimes;
import dev.callboard.project.project.WorkingDaySummary.Meal;
import dev.callboard.project.project.WorkingDaySummary.Ride;
import dev.callboard.project.project.WorkingDaysResource.DayRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is said about a whole day: when it begins, eats and ends, what the weather is to be and who is driven where. */
@ApplicationScoped
class WorkingDayChanges {
    @Inject
    WorkingDays days;

    @Inject
    InstantSource clock;

    @Inject
    Event<CastNamed> castNamed;

    /** @throws Problem PRECONDITION_FAILED, INVALID */
    @Transactional
    WorkingDay change(UUID projectId, UUID unitId, LocalDate date, IfMatch ifMatch, DayRequest request) {
        var day = days.load(projectId, unitId, date);
        ifMatch.mustBe(day.version);
        var meals = request.meals() == null ? List.<Meal>of() : request.meals();
        var transport = request.transport() == null ? List.<Ride>of() : request.transport();
        var castTimes = request.castTimes() == null ? List.<CastTimes>of() : request.castTimes();
        DayCheck.meals(meals);
        DayCheck.transport(transport);
        DayCheck.castTimes(castTimes);
        // what was entered before stays, though the clock be turned back
        if (request.weather() != null && !request.weather().equals(day.weather()))
            DayCheck.weather(request.weather(), clock.instant());
        var ends = request.estimatedWrap();
        var nextDay = request.wrapsNextDay() != null && request.wrapsNextDay();
        if (ends != null && request.generalCall() != null && !nextDay && !ends.isAfter(request.generalCall()))
            throw CommonProblem.INVALID
                    .of("estimatedWrap")
                    .field("estimatedWrap", ends, "after " + request.generalCall() + ", or wrapsNextDay");
        if (!castTimes.isEmpty() && !castTimes.equals(day.castTimes))
            castNamed.fire(new CastNamed(
                    projectId, castTimes.stream().map(CastTimes::crewEntryId).toList()));

        day.generalCall = request.generalCall();
        day.meals = List.copyOf(meals);
        day.estimatedWrap = ends;
        day.wrapsNextDay = nextDay;
        day.notes = request.notes();
        day.approver = request.approver();
        day.expect(request.weather());
        day.transport = List.copyOf(transport);
        day.castTimes = List.copyOf(castTimes);
        day.holding = request.holding() == null || request.holding().isBlank()
                ? null
                : request.holding().strip();
        days.flush();
        return day;
    }
}
