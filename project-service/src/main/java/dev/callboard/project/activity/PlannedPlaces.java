package dev.callboard.project.activity;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.location.LocationMoved;
import dev.callboard.project.location.LocationRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import static dev.callboard.project.ProjectProblem.STILL_IN_USE;

/** What the activities have to say when a location changes. */
@ApplicationScoped
class PlannedPlaces {
    @Inject
    Activities activities;

    /** @throws Problem STILL_IN_USE */
    void on(@Observes LocationRemoved removed) {
        var planned = activities.count("locationId", removed.locationId());
        if (planned > 0) throw STILL_IN_USE.because("%,d activities are planned at the location".formatted(planned));
    }

    /** What was said in local time stays said. */
    void on(@Observes LocationMoved moved) {
        activities
                .list("locationId", moved.locationId())
                .forEach(activity -> activity.follow(moved.location().zone()));
    }
}
