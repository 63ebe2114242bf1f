package dev.callboard.project.callsheet;

import dev.callboard.project.activity.ActivitySummary;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.project.DepartmentSummary;
import dev.callboard.project.project.RoleSummary;
import dev.callboard.project.project.WorkingDaySummary;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was entered for one unit's day: of a sheet all but the calls. It is kept with each publication, so that a later sheet
 * tells what has changed: a part that a later release adds is null in days that were kept before. The crew are in it by
 * their ids, never by their names: people can be erased.
 *
 * @param departments of the project
 * @param roles that ask for certificates, by their short names in lower case
 * @param activities of the day, in the order of their starts
 * @param locations of all activities here
 * @param next the two working days of the unit that follow, with what is planned on them
 */
record PlannedDay(
        WorkingDaySummary working,
        List<DepartmentSummary> departments,
        Map<String, RoleSummary> roles,
        List<ActivitySummary> activities,
        Map<UUID, LocationSummary> locations,
        List<Following> next) {

    /** A later day of the unit. */
    record Following(WorkingDaySummary working, List<ActivitySummary> activities) {}

    /** To be kept: who approves a day is named by her address. */
    PlannedDay withoutApprovers() {
        var later = next.stream()
                .map(day -> new Following(day.working.withoutApprover(), day.activities))
                .toList();
        return new PlannedDay(working.withoutApprover(), departments, roles, activities, locations, later);
    }
}
