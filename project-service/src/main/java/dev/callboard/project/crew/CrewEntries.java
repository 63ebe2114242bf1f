package dev.callboard.project.crew;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.Unique;
import dev.callboard.project.project.Departments;
import dev.callboard.project.project.Members;
import dev.callboard.project.project.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import static dev.callboard.project.ProjectProblem.EMAIL_TAKEN;

/** The people of all productions. */
@ApplicationScoped
public class CrewEntries implements PanacheRepositoryBase<CrewEntry, UUID> {
    @Inject
    Departments departments;

    @Inject
    Roles roles;

    @Inject
    Members members;

    @Inject
    Event<CrewEntryRemoved> removed;

    /** @param department id of the project's */
    record Filter(
            @Nullable UUID department,
            @Nullable String role,
            @Nullable String text) {}

    public Optional<CrewEntrySummary> find(UUID id) {
        return findByIdOptional(id).map(CrewEntry::summary);
    }

    public List<CrewEntrySummary> of(UUID projectId) {
        return summaries(list("projectId = ?1 order by id", projectId));
    }

    public Map<UUID, CrewEntrySummary> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return summaries(list("id in ?1", ids)).stream()
                .collect(Collectors.toMap(CrewEntrySummary::id, Function.identity()));
    }

    public List<CrewEntrySummary> claimedBy(UUID userId) {
        return summaries(list("userId = ?1 order by id", userId));
    }

    /**
     * Takes every unclaimed entry that bears the caller's verified address.
     *
     * @return all that are hers now
     */
    @Transactional
    public List<CrewEntrySummary> claim(Caller caller) {
        var address = caller.email().toLowerCase(Locale.ROOT);
        for (var entry : list("email = ?1 and userId is null", address)) {
            entry.userId = caller.userId();
            members.claimed(entry.projectId, caller.userId(), address, entry.id);
        }
        flush();
        return claimedBy(caller.userId());
    }

    /** By id, that is in the order in which they were entered. */
    List<CrewEntry> page(UUID projectId, Filter filter, @Nullable UUID after, int limit) {
        var query = new StringBuilder("projectId = :project");
        var values = Parameters.with("project", projectId);
        if (after != null) {
            query.append(" and id > :after");
            values.and("after", after);
        }
        if (filter.department() != null) {
            query.append(" and departmentId = :department");
            values.and("department", filter.department());
        }
        if (filter.role() != null) {
            query.append(" and array_position(roles, :role) is not null");
            values.and(
                    "role",
                    roles.named(projectId, filter.role())
                            .map(role -> role.name())
                            .orElse(filter.role()));
        }
        if (filter.text() != null) {
            query.append(" and locate(:text, lower(concat(givenName, ' ', familyName, ' ', email))) > 0");
            values.and("text", filter.text().toLowerCase(Locale.ROOT));
        }
        return find(query + " order by id", values).page(0, limit).list();
    }

    /** @throws Problem EMAIL_TAKEN, INVALID */
    @Transactional
    CrewEntry add(UUID projectId, CrewEntryRequest request) {
        var entry = new CrewEntry(Ids.next(), projectId);
        apply(request, entry);
        Unique.orRefuse(() -> persistAndFlush(entry), () -> EMAIL_TAKEN.of(entry.email));
        return entry;
    }

    /** @throws Problem EMAIL_TAKEN, INVALID, PRECONDITION_FAILED */
    @Transactional
    CrewEntry change(UUID id, IfMatch ifMatch, CrewEntryRequest request) {
        var entry = load(id);
        ifMatch.mustBe(entry.version);
        var before = entry.email;
        apply(request, entry);
        if (!entry.email.equals(before) && entry.userId != null) {
            entry.userId = null; // whoever verified the old address did not verify this one
            members.released(entry.id);
        }
        Unique.orRefuse(this::flush, () -> EMAIL_TAKEN.of(entry.email));
        return entry;
    }

    /** @throws Problem PRECONDITION_FAILED; STILL_IN_USE from an observer */
    @Transactional
    void remove(UUID id, IfMatch ifMatch) {
        var entry = load(id);
        ifMatch.mustBe(entry.version);
        removed.fire(new CrewEntryRemoved(entry.projectId, entry.id));
        members.released(entry.id);
        delete(entry);
        flush();
    }

    CrewEntry load(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> CommonProblem.NOT_FOUND.of("crew entry"));
    }

    private void apply(CrewEntryRequest request, CrewEntry entry) {
        entry.email = accepted("email", request.email(), Contact.EMAIL, Contact::email);
        entry.givenName = request.givenName().strip();
        entry.familyName =
                request.familyName() == null ? "" : request.familyName().strip();
        entry.phone = request.phone() == null || request.phone().isBlank()
                ? null
                : accepted("phone", request.phone(), Contact.PHONE, Contact::phone);
        entry.locale = accepted("locale", request.locale(), Contact.LOCALE, Contact::locale);
        entry.departmentId = department(entry.projectId, request.departmentId());
        entry.roles = known(entry.projectId, request.roles() == null ? List.of() : request.roles());
        entry.employeeNo = stripped(request.employeeNo());
        entry.castNumber = stripped(request.castNumber());
        entry.diet = stripped(request.diet());
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private @Nullable UUID department(UUID projectId, @Nullable UUID id) {
        if (id == null) return null;
        return departments
                .find(id)
                .filter(department -> department.projectId().equals(projectId))
                .orElseThrow(() -> CommonProblem.INVALID
                        .of("departmentId")
                        .field("departmentId", id, "a department of the project"))
                .id();
    }

    /** In the spelling of the catalogue. */
    private List<String> known(UUID projectId, List<String> names) {
        var catalogue = new ArrayList<String>();
        for (var name : names) {
            var role = roles.named(projectId, name).orElseThrow(() -> CommonProblem.INVALID
                    .of("roles")
                    .field("roles", name, "a role of the project's catalogue"));
            if (!catalogue.contains(role.name())) catalogue.add(role.name());
        }
        return catalogue;
    }

    private static String accepted(
            String field, @Nullable String value, String expected, Function<@Nullable String, String> accept) {
        try {
            return accept.apply(value);
        } catch (IllegalArgumentException refused) {
            throw CommonProblem.INVALID.of(field).field(field, value, expected);
        }
    }

    private static List<CrewEntrySummary> summaries(List<CrewEntry> entries) {
        return entries.stream().map(CrewEntry::summary).toList();
    }
}
