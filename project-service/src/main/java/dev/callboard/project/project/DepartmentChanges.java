package dev.callboard.project.project;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.Unique;
import dev.callboard.project.project.DepartmentsResource.DepartmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static dev.callboard.project.ProjectProblem.NAME_TAKEN;

/** How departments come, change and go. */
@ApplicationScoped
class DepartmentChanges {
    @Inject
    Departments departments;

    @Inject
    Event<HeadsNamed> headsNamed;

    @Inject
    Event<DepartmentRemoved> removed;

    /** @throws Problem NAME_TAKEN, INVALID */
    @Transactional
    Department add(UUID projectId, DepartmentRequest request) {
        var last = (int) departments.count("projectId", projectId);
        var department = new Department(Ids.next(), projectId, request.name().strip(), last);
        apply(request, department);
        Unique.orRefuse(() -> departments.persistAndFlush(department), () -> NAME_TAKEN.of(department.name));
        return department;
    }

    /** @throws Problem PRECONDITION_FAILED, NAME_TAKEN, INVALID */
    @Transactional
    Department change(UUID projectId, UUID id, IfMatch ifMatch, DepartmentRequest request) {
        var department = departments.load(projectId, id);
        ifMatch.mustBe(department.version);
        apply(request, department);
        Unique.orRefuse(departments::flush, () -> NAME_TAKEN.of(department.name));
        return department;
    }

    /** @throws Problem PRECONDITION_FAILED; STILL_IN_USE from an observer */
    @Transactional
    void remove(UUID projectId, UUID id, IfMatch ifMatch) {
        var department = departments.load(projectId, id);
        ifMatch.mustBe(department.version);
        removed.fire(new DepartmentRemoved(projectId, id));
        departments.delete(department);
        departments.flush();
    }

    private void apply(DepartmentRequest request, Department department) {
        department.name = request.name().strip();
        department.headId = request.headId();
        department.deputyId = request.deputyId();
        department.contact = request.contact();
        if (request.position() != null) department.position = request.position();
        if (request.kind() != null) department.kind = request.kind();
        var named = Stream.of(request.headId(), request.deputyId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!named.isEmpty()) headsNamed.fire(new HeadsNamed(department.projectId, named));
    }
}
