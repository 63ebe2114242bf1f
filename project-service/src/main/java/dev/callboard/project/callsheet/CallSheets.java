package dev.callboard.project.callsheet;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.project.call.Calls;
import dev.callboard.project.callsheet.CallSheet.Copy;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.Standing;
import dev.callboard.project.project.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

/** Reads a day and makes the copy that its reader may have. */
@ApplicationScoped
class CallSheets {
    @Inject
    Calls calls;

    @Inject
    CrewEntries crew;

    @Inject
    Units units;

    @Inject
    PlannedDays days;

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
        var planned = unit.flatMap(of -> days.find(project, of.id(), date));
        if (planned.isEmpty()) return Optional.empty();

        // before the calls: what a publication at this moment keeps is not compared with itself
        var kept = days.kept(project.id(), unit.get().id(), date);
        var ever = calls.everOfDay(project.id(), unit.get().id(), date);
        if (ever.isEmpty()) return Optional.empty();

        return Optional.of(new Day(
                project,
                unit.get(),
                planned.get(),
                ever,
                crew.of(project.id()).stream().collect(toMap(CrewEntrySummary::id, Function.identity())),
                kept,
                Instant.MAX));
    }
}
