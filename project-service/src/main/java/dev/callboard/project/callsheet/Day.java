package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.DayClock;
import dev.callboard.project.callsheet.PlannedDays.Kept;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.project.WorkingDaySummary;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of one unit's day, read in one go: the sheet is made of it without another look at the database.
 *
 * @param ever every call that was published for this day, in each version, whether it stands or not
 * @param kept what the last publications found entered, the newest first
 * @param asOf whose calls stand; {@link Instant#MAX} for now
 */
record Day(
        ProjectSummary project,
        UnitSummary unit,
        PlannedDay planned,
        List<Call> ever,
        Map<UUID, CrewEntrySummary> crew,
        List<Kept> kept,
        Instant asOf) {

    /** The same day as its sheet showed it at this moment, for who reads it now; of names and numbers of the crew nothing is old. */
    Optional<Day> at(Instant moment) {
        return kept.stream()
                .filter(then -> !then.at().isAfter(moment))
                .findFirst()
                .map(then -> new Day(project, unit, then.day(), ever, crew, List.of(), moment));
    }

    WorkingDaySummary working() {
        return planned.working();
    }

    List<DepartmentSummary> departments() {
        return planned.departments();
    }

    Map<String, RoleSummary> roles() {
        return planned.roles();
    }

    List<ActivitySummary> activities() {
        return planned.activities();
    }

    Map<UUID, LocationSummary> locations() {
        return planned.locations();
    }

    /** Calls that stand, by time. */
    List<Call> standing() {
        return ever.stream()
                .filter(call -> call.stoodAt(asOf))
                .sorted(Comparator.comparing((Call call) -> call.brief().callAt())
                        .thenComparing(Call::id))
                .toList();
    }

    /** Where the day begins: the place of its first activity that stands. */
    Optional<LocationSummary> place() {
        return activities().stream()
                .filter(ActivitySummary::stands)
                .map(activity -> locations().get(activity.locationId()))
                .filter(location -> location != null)
                .findFirst();
    }

    ZoneId zone() {
        return place().map(LocationSummary::zone).orElse(project.zone());
    }

    OffsetDateTime local(Instant at) {
        return at.atZone(zone()).toOffsetDateTime();
    }

    /** The last such time at the place that is not after: who is on set at 00:30 is made up at 23:15 the evening before. */
    OffsetDateTime lastBefore(OffsetDateTime then, LocalTime time) {
        var at = then.toLocalDate().atTime(time).atZone(zone());
        return (at.toInstant().isAfter(then.toInstant()) ? at.minusDays(1) : at).toOffsetDateTime();
    }

    DayClock clock() {
        return new DayClock(working().date(), working().generalCall(), zone());
    }

    Optional<Instant> generalCall() {
        return Optional.ofNullable(working().generalCall()).map(clock()::at);
    }

    /** As estimated for the unit, else when the last is expected to be done. */
    Optional<Instant> wrap() {
        if (working().estimatedWrap() != null) {
            var date = working().wrapsNextDay()
                    ? working().date().plusDays(1)
                    : working().date();
            return Optional.of(
                    date.atTime(working().estimatedWrap()).atZone(zone()).toInstant());
        }
        return standing().stream().map(call -> call.brief().wrapAt()).max(Comparator.naturalOrder());
    }

    /** Department of the person now; of who has left the crew, that of the call. */
    @Nullable
    DepartmentSummary department(Call call) {
        var person = crew.get(call.belongs().crewEntryId());
        var id = person == null ? call.belongs().departmentId() : person.departmentId();
        return departments().stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    DepartmentKind kind(Call call) {
        var department = department(call);
        return department == null ? DepartmentKind.CREW : department.kind();
    }

    @Nullable
    String nameOf(@Nullable UUID crewEntryId) {
        var person = crewEntryId == null ? null : crew.get(crewEntryId);
        return person == null ? null : person.name();
    }

    /** Best boy grip: the roles of a call, in their short form. */
    static String roleOf(Call call) {
        var roles = call.brief().roles();
        var words = roles.isEmpty() ? "crew" : String.join(", ", roles);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
