package dev.callboard.project.location;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.Unique;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.callboard.project.ProjectProblem.NAME_TAKEN;

/** The places of all productions. */
@ApplicationScoped
public class Locations implements PanacheRepositoryBase<Location, UUID> {
    @Inject
    Event<LocationMoved> moved;

    @Inject
    Event<LocationRemoved> removed;

    public Optional<LocationSummary> find(UUID id) {
        return findByIdOptional(id).map(Location::summary);
    }

    public Map<UUID, LocationSummary> of(UUID projectId) {
        return list("projectId", projectId).stream()
                .map(Location::summary)
                .collect(Collectors.toMap(LocationSummary::id, Function.identity()));
    }

    /** The location of this name, whatever its case. */
    public Optional<LocationSummary> named(UUID projectId, String name) {
        return byName(projectId, name).map(Location::summary);
    }

    /** In the order of entry. */
    List<Location> page(UUID projectId, @Nullable UUID after, int limit) {
        var query = after == null
                ? find("projectId = ?1 order by id", projectId)
                : find("projectId = ?1 and id > ?2 order by id", projectId, after);
        return query.page(0, limit).list();
    }

    /** @throws Problem NAME_TAKEN, INVALID */
    @Transactional
    Location add(UUID projectId, LocationRequest request) {
        var location = new Location(Ids.next(), projectId);
        request.writeTo(location);
        Unique.orRefuse(() -> persistAndFlush(location), () -> NAME_TAKEN.of(location.name));
        return location;
    }

    /** @throws Problem PRECONDITION_FAILED, NAME_TAKEN, INVALID; TIME_SKIPPED for a zone that skips what is planned */
    @Transactional
    Location change(UUID id, IfMatch ifMatch, LocationRequest request) {
        var location = load(id);
        ifMatch.mustBe(location.version);
        write(location, request);
        Unique.orRefuse(this::flush, () -> NAME_TAKEN.of(location.name));
        return location;
    }

    /** @throws Problem PRECONDITION_FAILED; STILL_IN_USE from an observer */
    @Transactional
    void remove(UUID id, IfMatch ifMatch) {
        var location = load(id);
        ifMatch.mustBe(location.version);
        removed.fire(new LocationRemoved(location.projectId, id));
        delete(location);
        flush();
    }

    /** From a list: what has the same name is the same place. */
    void put(UUID projectId, LocationRequest request) {
        var known = byName(projectId, request.name());
        if (known.isPresent()) {
            write(known.get(), request);
        } else {
            var location = new Location(Ids.next(), projectId);
            request.writeTo(location);
            persist(location);
        }
    }

    Location load(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("location"));
    }

    private void write(Location location, LocationRequest request) {
        var before = location.zone;
        request.writeTo(location);
        if (!before.equals(location.zone)) moved.fire(new LocationMoved(location.projectId, location.summary()));
    }

    private Optional<Location> byName(UUID projectId, String name) {
        return find(
                        "projectId = ?1 and lower(name) = ?2",
                        projectId,
                        name.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional();
    }
}
