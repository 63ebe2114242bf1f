package dev.callboard.project.project;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Camera, grip, costume: people who work under one head. */
@Entity
class Department {
    @Id
    UUID id;

    UUID projectId;
    String name;

    @Nullable
    UUID headId;

    @Nullable
    UUID deputyId;

    @Nullable
    String contact;

    int position;

    @Enumerated(EnumType.STRING)
    DepartmentKind kind = DepartmentKind.CREW;

    @Version
    long version;

    protected Department() {}

    Department(UUID id, UUID projectId, String name, int position) {
        this.id = id;
        this.projectId = projectId;
        this.name = name;
        this.position = position;
    }

    DepartmentSummary summary() {
        return new DepartmentSummary(id, projectId, name, headId, deputyId, contact, position, kind);
    }
}
