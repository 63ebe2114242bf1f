package dev.callboard.project.summoning;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.DayClock;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.UnitSummary;
import dev.callboard.project.project.WorkingDaySummary;
import dev.callboard.project.summoning.Roster.Day;
import dev.callboard.project.summoning.Roster.PlannedCall;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Words a planned call for the person it is for.
 *
 * @param askedBy given name of who publishes
 */
record Briefing(
        ProjectSummary project,
        String company,
        String askedBy,
        Map<UUID, CrewEntrySummary> crew,
        Map<UUID, DepartmentSummary> departments,
        Map<UUID, UnitSummary> units,
        Map<UUID, LocationSummary> locations,
        Map<String, RoleSummary> roles,
        Map<Day, WorkingDaySummary> days) {

    Brief of(PlannedCall planned) {
        var first = planned.activities().getFirst();
        var person = crew.get(planned.crewEntryId());
        var unit = units.get(planned.day().unitId());
        return new Brief(
                project.name(),
                company,
                unit == null ? "" : unit.name(),
                planned.day().date(),
                planned.zone(),
                planned.callAt(),
                planned.wrapAt(),
                planned.roles().stream().map(this::shortName).toList(),
                place(locations.get(first.locationId()), planned.zone()),
                Stream.concat(meals(planned), activities(planned))
                        .filter(then ->
                                then.at().isAfter(planned.callAt()) && then.at().isBefore(planned.wrapAt()))
                        .sorted(Comparator.comparing(Brief.Then::at))
                        .limit(Brief.MOST_TO_COME)
                        .toList(),
                ring(person),
                officePhone(),
                askedBy);
    }

    private String shortName(String role) {
        var known = roles.get(role);
        return (known == null ? role : known.shortName()).toLowerCase(Locale.ROOT);
    }

    private Stream<Brief.Then> meals(PlannedCall planned) {
        var day = days.get(planned.day());
        if (day == null) return Stream.of();
        var clock = new DayClock(planned.day().date(), day.generalCall(), planned.zone());
        return day.meals().stream().map(meal -> new Brief.Then(clock.at(meal.at()), meal.name(), null));
    }

    private Stream<Brief.Then> activities(PlannedCall planned) {
        var first = planned.activities().getFirst().locationId();
        return planned.activities().stream().map(activity -> {
            var location = locations.get(activity.locationId());
            var where = activity.locationId().equals(first) || location == null ? null : location.name();
            return new Brief.Then(activity.startsAt(), activity.title(), where);
        });
    }

    private static Brief.Place place(@Nullable LocationSummary location, ZoneId zone) {
        if (location == null) return new Brief.Place("to be told", "", null, null, null);
        return new Brief.Place(
                location.name(),
                town(location, zone),
                report(location),
                blankToNull(location.parking()),
                location.mapLink());
    }

    /** An address ends in its town, 116 45 Stockholm, and sometimes goes on with the country. */
    static String town(LocationSummary location, ZoneId zone) {
        var address = location.address() == null ? "" : location.address();
        var city = Spoken.cityOf(zone);
        if (address.contains(city)) return city;
        return Stream.of(address.split(","))
                .map(part -> part.replaceAll("[0-9-]", "").strip())
                .filter(part -> !part.isBlank())
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String report(LocationSummary location) {
        var base = blankToNull(location.unitBase());
        if (base == null) return blankToNull(location.address());
        return base.toLowerCase(Locale.ROOT).startsWith("unit base") ? base : "unit base, " + base;
    }

    /** The head of the own department; for heads themselves the deputy. */
    private Brief.@Nullable Contact ring(@Nullable CrewEntrySummary person) {
        if (person == null || person.departmentId() == null) return null;
        var department = departments.get(person.departmentId());
        if (department == null) return null;
        return Stream.of(department.headId(), department.deputyId())
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(person.id()))
                .map(crew::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(contact -> new Brief.Contact(
                        contact.name(),
                        contact.roles().isEmpty()
                                ? department.name()
                                : shortName(contact.roles().getFirst()),
                        blankToNull(contact.phone())))
                .orElse(null);
    }

    /** What the production department gives as its contact, where it is a number. */
    private @Nullable String officePhone() {
        return departments.values().stream()
                .filter(department -> department.name().equalsIgnoreCase("production"))
                .map(DepartmentSummary::contact)
                .filter(contact -> contact != null && contact.matches("\\+[0-9]{6,15}"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
