package dev.callboard.project.activity;

import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The double bookings of a project as it stands. */
@ApplicationScoped
public class Conflicts {
    @Inject
    Activities activities;

    @Inject
    Locations locations;

    /** In a transaction of its own: the session of the request may still hold an activity as it was before its change. */
    @Transactional
    public List<DoubleBooking> of(UUID projectId) {
        var exclusive = locations.of(projectId).values().stream()
                .filter(LocationSummary::exclusive)
                .map(LocationSummary::id)
                .collect(Collectors.toSet());
        return exclusive.isEmpty() ? List.of() : DoubleBooking.among(activities.of(projectId), exclusive);
    }

    static List<DoubleBooking> with(List<DoubleBooking> all, UUID activityId) {
        return all.stream().filter(pair -> pair.concerns(activityId)).toList();
    }
}
