package dev.callboard.project.crew;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A person in one project, with or without a user. Importing an address tells nothing about the person behind it. */
@Entity
class CrewEntry {
    @Id
    UUID id;

    UUID projectId;

    /** In lower case: the address is how she is recognised. */
    String email;

    String givenName;
    String familyName;

    @Nullable
    String phone;

    String locale;

    @Nullable
    UUID departmentId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> roles = List.of();

    @Nullable
    String employeeNo;

    @Nullable
    String castNumber;

    @Nullable
    String diet;

    @Nullable
    UUID userId;

    @Version
    long version;

    protected CrewEntry() {}

    CrewEntry(UUID id, UUID projectId) {
        this.id = id;
        this.projectId = projectId;
    }

    CrewEntrySummary summary() {
        return new CrewEntrySummary(
                id,
                projectId,
                givenName,
                familyName,
                email,
                phone,
                locale,
                departmentId,
                List.copyOf(roles),
                employeeNo,
                castNumber,
                diet,
                userId,
                version);
    }
}
