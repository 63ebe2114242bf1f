package dev.callboard.project.crew;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What may be said about a person on a production.
 *
 * @param phone E.164; spaces and hyphens are taken out
 * @param locale BCP 47; absent: en
 * @param roles names of the project's catalogue
 * @param employeeNo of the paying account
 * @param castNumber by which schedule and call sheet name her
 * @param diet that the caterers must know of; call sheets count it over those who are called
 */
record CrewEntryRequest(
        @Schema(examples = "bo@norrsken.example") @NotBlank @Size(max = 254)
        String email,

        @NotBlank @Size(max = 100) String givenName,
        @Nullable @Size(max = 100) String familyName,

        @Schema(examples = "+46701740605") @Nullable @Size(max = 30)
        String phone,

        @Schema(examples = "sv-SE") @Nullable @Size(max = 35)
        String locale,

        @Nullable UUID departmentId,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> roles,
        @Nullable @Size(max = 40) String employeeNo,

        @Schema(examples = "2S") @Nullable @Size(max = 6) String castNumber,

        @Schema(examples = "vegetarian") @Nullable @Size(max = 60)
        String diet) {

    static CrewEntryRequest of(CrewEntry entry) {
        return new CrewEntryRequest(
                entry.email,
                entry.givenName,
                entry.familyName,
                entry.phone,
                entry.locale,
                entry.departmentId,
                entry.roles,
                entry.employeeNo,
                entry.castNumber,
                entry.diet);
    }
}
