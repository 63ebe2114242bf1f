package dev.callboard.project.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.util.UUID;

/** People and machines that work in one place at a time. */
@Entity
class Unit {
    static final String MAIN = "Main unit";

    @Id
    UUID id;

    UUID projectId;
    String name;
    int position;

    @Version
    long version;

    protected Unit() {}

    Unit(UUID id, UUID projectId, String name, int position) {
        this.id = id;
        this.projectId = projectId;
        this.name = name;
        this.position = position;
    }

    UnitSummary summary() {
        return new UnitSummary(id, projectId, name, position);
    }
}
