package dev.callboard.project.summoning;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.call.Calls;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.Locations;
import dev.callboard.project.plan.PlanVersions;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.Departments;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.Roles;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.project.Units;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDays;
import dev.callboard.project.summoning.Difference.Asked;
import dev.callboard.project.summoning.Roster.Day;
import dev.callboard.project.summoning.Roster.DayFacts;
import dev.callboard.project.summoning.Roster.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

/** Gathers what a draft is worked out from: eleven queries, however many people are called. */
@ApplicationScoped
class Drafting {
    @Inject
    RoleCalls roleCalls;

    @Inject
    Bookings bookings;

    @Inject
    Calls calls;

    @Inject
    Activities activities;

    @Inject
    PlanVersions plans;

    @Inject
    Locations locations;

    @Inject
    CrewEntries crew;

    @Inject
    Departments departments;

    @Inject
    Units units;

    @Inject
    Roles roles;

    @Inject
    WorkingDays workingDays;

    @Inject
    AccountRights accounts;

    /**
     * @param dates the working days in question; empty: all
     * @param askedBy given name of who publishes
     */
    Draft draft(ProjectSummary project, Set<LocalDate> dates, String askedBy, Instant now) {
        var drafted = activities.of(project.id());
        var scheduled = standing(drafted).collect(toMap(Scheduled::activityId, identity()));
        var days = workingDays.of(project.id()).stream()
                .collect(toMap(day -> new Day(day.unitId(), day.date()), identity()));
        var places = locations.of(project.id());
        var roster = Roster.of(
                roleCalls.of(project.id()).stream().map(RoleCall::wanted).toList(),
                scheduled,
                bookings.confirmed(project.id()).stream().map(Booking::booked).toList(),
                days.values().stream().map(Drafting::facts).toList());

        var briefing = briefing(project, askedBy, places, days);
        var asked = roster.calls().stream()
                .map(call -> new Asked(call.crewEntryId(), call.day().unitId(), briefing.of(call), call.lead()))
                .toList();
        var exclusive = places.values().stream()
                .filter(LocationSummary::exclusive)
                .map(LocationSummary::id)
                .collect(toSet());
        var difference = Difference.between(calls.newestOf(project.id()), asked, dates, now);
        return new Draft(
                difference,
                roster.open().stream()
                        .filter(open -> concerned(scheduled.get(open.activityId()), dates))
                        .toList(),
                Violation.of(roster, scheduled.values(), exclusive).stream()
                        .filter(violation -> dates.isEmpty() || dates.contains(violation.day()))
                        .toList(),
                Gap.of(difference, toldOf(project, scheduled.values()), briefing),
                Warning.of(plans.unpublished(project.id(), drafted), dates, now),
                roster.calls().size());
    }

    /** Calls lead to the places of the draft, while call sheets print those of the plan that was published last. */
    private List<Scheduled> toldOf(ProjectSummary project, Collection<Scheduled> drafted) {
        return Stream.concat(drafted.stream(), standing(plans.publishedNow(project.id())))
                .toList();
    }

    private static Stream<Scheduled> standing(List<ActivitySummary> planned) {
        return planned.stream()
                .filter(ActivitySummary::stands)
                .filter(activity -> activity.locationId() != null)
                .map(Drafting::scheduled);
    }

    private Briefing briefing(
            ProjectSummary project,
            String askedBy,
            Map<UUID, LocationSummary> places,
            Map<Day, WorkingDaySummary> days) {
        return new Briefing(
                project,
                accounts.account(project.accountId())
                        .map(account -> account.name())
                        .orElse(project.name()),
                askedBy,
                crew.of(project.id()).stream().collect(toMap(CrewEntrySummary::id, identity())),
                departments.of(project.id()).stream().collect(toMap(DepartmentSummary::id, identity())),
                units.of(project.id()).stream().collect(toMap(UnitSummary::id, identity())),
                places,
                roles.of(project.id()).stream().collect(toMap(RoleSummary::name, identity())),
                days);
    }

    private static boolean concerned(Scheduled activity, Set<LocalDate> dates) {
        return dates.isEmpty() || dates.contains(activity.day().date());
    }

    private static Scheduled scheduled(ActivitySummary activity) {
        return new Scheduled(
                activity.id(),
                String.valueOf(activity.number()),
                activity.title(),
                new Day(activity.unitId(), activity.workingDay()),
                activity.locationId(),
                activity.zone(),
                activity.localStart(),
                activity.duration());
    }

    private static DayFacts facts(WorkingDaySummary day) {
        var generalCall = day.generalCall() == null ? null : day.date().atTime(day.generalCall());
        var wrap = day.estimatedWrap() == null
                ? null
                : (day.wrapsNextDay() ? day.date().plusDays(1) : day.date()).atTime(day.estimatedWrap());
        return new DayFacts(new Day(day.unitId(), day.date()), generalCall, wrap);
    }
}
