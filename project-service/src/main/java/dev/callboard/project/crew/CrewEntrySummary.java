package dev.callboard.project.crew;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A crew entry as the other domains see it.
 *
 * @param phone E.164
 * @param locale BCP 47, in which she is written to
 * @param roles names of the catalogue
 * @param employeeNo of the paying account
 * @param castNumber by which schedule and call sheet name her, such as 2S
 * @param diet that the caterers must know of; sheets only count it
 * @param userId who has claimed it
 */
public record CrewEntrySummary(
        UUID id,
        UUID projectId,
        String givenName,
        String familyName,
        String email,
        @Nullable String phone,
        String locale,
        @Nullable UUID departmentId,
        List<String> roles,
        @Nullable String employeeNo,
        @Nullable String castNumber,
        @Nullable String diet,
        @Nullable UUID userId,
        long version) {

    public String name() {
        return familyName.isEmpty() ? givenName : givenName + " " + familyName;
    }
}
