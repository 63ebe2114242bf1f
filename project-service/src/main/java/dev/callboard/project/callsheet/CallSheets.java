package dev.callboard.project.callsheet;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.project.activity.Activities;
import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Calls;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.Locations;
import dev.callboard.project.plan.PlanVersions;
import dev.callboard.project.project.Departments;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.Roles;
import dev.callboard.project.project.Standing;
import dev.callboard.project.project.Units;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.project.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

/** Reads a day and makes the copy that its reader may have. */
@ApplicationScoped
class CallSheets {
    private static final int FOLLOWING_DAYS = 2;

    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    Departments departments;

    @Inject
    Roles roles;

    @Inject
    Units units;

    @Inject
    WorkingDays days;

    @Inject
    PlanVersions plans;

    @Inject
    Activities activities;

    @Inject
    Locations locations;

    /**
     * @param unitId null: the main unit
     * @param kind null: what suits the caller best
     * @param person crew entry that a personal copy is for; null: the caller's own
     * @param readerName as she signed in
     * @throws dev.callboard.kit.problem.Problem NOT_FOUND before anybody was called to the day, and of a personal copy for
     *     who was not; FORBIDDEN for another's copy, and for the answers to who does not plan
     */
    CallSheet sheet(
            Standing standing,
            LocalDate date,
            @Nullable UUID unitId,
            @Nullable CopyKind kind,
            @Nullable UUID person,
            String readerName) {
        if (person != null && !standing.plans() && !standing.isSelf(person))
            throw CommonProblem.FORBIDDEN.of("call sheet");
        var day = day(standing.project(), unitId, date).orElseThrow(() -> CommonProblem.NOT_FOUND.of("call sheet"));
        var reader = person != null ? called(day, person) : called(day, standing);
        var wanted = kind != null ? kind : suiting(standing, person, reader);
        return switch (wanted) {
            case COORDINATOR -> {
                if (!standing.plans()) throw CommonProblem.FORBIDDEN.of("call sheet");
                yield new Composition(day, new Copy(CopyKind.COORDINATOR, readerName), null).sheet();
            }
            case PERSONAL -> {
                var whose = reader.orElseThrow(() -> CommonProblem.NOT_FOUND.of("call sheet"));
                yield new Composition(day, new Copy(CopyKind.PERSONAL, day.nameOf(whose)), whose).sheet();
            }
            case REDACTED -> {
                if (!standing.reader() && reader.isEmpty()) throw CommonProblem.FORBIDDEN.of("call sheet");
                yield new Composition(day, new Copy(CopyKind.REDACTED, null), null).sheet();
            }
        };
    }

    private static CopyKind suiting(Standing standing, @Nullable UUID person, Optional<UUID> reader) {
        if (person == null && standing.plans()) return CopyKind.COORDINATOR;
        return reader.isPresent() || person != null ? CopyKind.PERSONAL : CopyKind.REDACTED;
    }

    private static Optional<UUID> called(Day day, UUID crewEntryId) {
        return day.standing().stream()
                .map(call -> call.belongs().crewEntryId())
                .filter(crewEntryId::equals)
                .findFirst();
    }

    private static Optional<UUID> called(Day day, Standing standing) {
        return day.standing().stream()
                .map(call -> call.belongs().crewEntryId())
                .filter(standing::isSelf)
                .findFirst();
    }

    private Optional<Day> day(ProjectSummary project, @Nullable UUID unitId, LocalDate date) {
        var all = units.of(project.id());
        var unit = unitId == null
                ? Optional.of(all.getFirst())
                : all.stream().filter(of -> of.id().equals(unitId)).findFirst();
        var working = unit.flatMap(of -> days.find(project.id(), of.id(), date));
        if (working.isEmpty()) return Optional.empty();

        List<Call> ever = calls.everOfDay(project.id(), unit.get().id(), date);
        if (ever.isEmpty()) return Optional.empty();

        var published = plans.published(project.id());
        var planned = published.isEmpty() ? activities.of(project.id()) : published;
        return Optional.of(new Day(
                project,
                unit.get(),
                working.get(),
                ever,
                crew.of(project.id()).stream().collect(toMap(CrewEntrySummary::id, Function.identity())),
                departments.of(project.id()),
                roles.of(project.id()).stream()
                        .collect(toMap(
                                role -> role.shortName().toLowerCase(Locale.ROOT),
                                Function.identity(),
                                (one, _) -> one)),
                on(planned, unit.get().id(), date),
                locations.of(project.id()),
                days.of(project.id()).stream()
                        .filter(next -> next.unitId().equals(unit.get().id())
                                && next.date().isAfter(date))
                        .limit(FOLLOWING_DAYS)
                        .map((WorkingDaySummary next) ->
                                new Day.Following(next, on(planned, unit.get().id(), next.date())))
                        .toList()));
    }

    private static List<ActivitySummary> on(List<ActivitySummary> planned, UUID unit, LocalDate date) {
        return planned.stream()
                .filter(activity ->
                        activity.unitId().equals(unit) && activity.workingDay().equals(date))
                .toList();
    }
}
