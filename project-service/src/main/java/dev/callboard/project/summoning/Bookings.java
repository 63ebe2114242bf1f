package dev.callboard.project.summoning;

import dev.callboard.kit.id.Ids;
import dev.callboard.project.ProjectProblem;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntryRemoved;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.ProjectSummary;
import dev.callboard.project.summoning.Roster.Booked;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;
import static dev.callboard.project.call.CallProblem.BOOKING_OVERLAPS;

@ApplicationScoped
class Bookings implements PanacheRepositoryBase<Booking, UUID> {
    @Inject
    CrewEntries crew;

    @Inject
    SummoningPlans plans;

    @Inject
    InstantSource clock;

    /** Who is booked for a project, in the order in which they were: that order fills a role that too many hold. */
    List<Booking> confirmed(UUID projectId) {
        return list("projectId = ?1 and state = ?2 order by id", projectId, Booking.State.CONFIRMED);
    }

    /** @param after the last id of the page before */
    List<Booking> page(UUID projectId, @Nullable UUID crewEntryId, Optional<UUID> after, int limit) {
        return find(
                        "projectId = ?1 and (?2 is null or crewEntryId = ?2) and (?3 is null or id > ?3) order by id",
                        projectId,
                        crewEntryId,
                        after.orElse(null))
                .page(0, limit)
                .list();
    }

    /** @throws dev.callboard.kit.problem.Problem NOT_FOUND */
    Booking get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> NOT_FOUND.of("booking"));
    }

    /**
     * All or none.
     *
     * @throws dev.callboard.kit.problem.Problem INVALID, BOOKING_OVERLAPS
     */
    @Transactional
    List<Booking> make(ProjectSummary project, List<Booked> wanted, UUID by) {
        plans.touch(project.id());
        var people = crew.byId(wanted.stream().map(Booked::crewEntryId).toList());
        var standing = new ArrayList<>(list("projectId = ?1 and state <> ?2", project.id(), Booking.State.RELEASED));
        var made = new ArrayList<Booking>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            var booking = Booking.confirmed(
                    Ids.next(),
                    project.accountId(),
                    project.id(),
                    checked(i, wanted.get(i), people.get(wanted.get(i).crewEntryId()), project),
                    by,
                    clock.instant());
            if (standing.stream().anyMatch(other -> other.overlaps(booking)))
                throw BOOKING_OVERLAPS.of(booking.role + ", " + booking.from + " to " + booking.to);
            standing.add(booking);
            made.add(booking);
        }
        persist(made);
        flush();
        return made;
    }

    @Transactional
    Booking release(UUID id) {
        var booking = get(id);
        plans.touch(booking.projectId);
        booking.release();
        flush();
        return booking;
    }

    void on(@Observes CrewEntryRemoved removed) {
        if (count("crewEntryId = ?1 and state <> ?2", removed.crewEntryId(), Booking.State.RELEASED) > 0)
            throw ProjectProblem.STILL_IN_USE.because("The person is booked; release the bookings first");
    }

    private static Booked checked(int index, Booked wanted, @Nullable CrewEntrySummary person, ProjectSummary project) {
        if (person == null || !person.projectId().equals(project.id()))
            throw refused(index, "crewEntryId", wanted.crewEntryId(), "a crew entry of this project");
        if (wanted.to().isBefore(wanted.from())) throw refused(index, "to", wanted.to(), wanted.from() + " or later");
        var role = person.roles().stream()
                .filter(held -> held.equalsIgnoreCase(wanted.role().strip()))
                .findFirst()
                .orElseThrow(() -> refused(index, "role", wanted.role(), "one of " + person.roles()));
        return new Booked(wanted.bookingId(), wanted.crewEntryId(), role, wanted.from(), wanted.to());
    }

    private static RuntimeException refused(int index, String field, Object value, String expected) {
        var path = "items[" + index + "]." + field;
        return INVALID.because(path + ": " + value + " (expected: " + expected + ")")
                .field(path, value, expected);
    }
}
