package dev.callboard.project.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.util.List;
import java.util.UUID;

/** A function that a specialist fulfils and an activity needs: gaffer, stunt rigger, standby painter. */
@Entity
class Role {
    @Id
    UUID id;

    UUID projectId;
    String name;
    String shortName;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> certificates = List.of();

    @Version
    long version;

    protected Role() {}

    Role(UUID id, UUID projectId, String name, String shortName, List<String> certificates) {
        this.id = id;
        this.projectId = projectId;
        this.name = name;
        this.shortName = shortName;
        this.certificates = List.copyOf(certificates);
    }

    RoleSummary summary() {
        return new RoleSummary(id, projectId, name, shortName, List.copyOf(certificates));
    }
}
