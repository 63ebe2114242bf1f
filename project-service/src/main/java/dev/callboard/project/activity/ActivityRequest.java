package dev.callboard.project.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What may be said about an activity.
 *
 * @param number as on the strip; absent: the next free one
 * @param unitId absent: the main unit
 * @param start on the clocks of the location
 * @param durationMinutes of real time, up to 14 days
 * @param workingDay to which it belongs: the date of its start (when absent), or the day before
 * @param dependsOn activities that must be done before
 * @param overrideReason why it may overlap with another of its unit, or in an exclusive location; of a locked plan, why
 *     it is changed
 */
record ActivityRequest(
        @Nullable @Size(max = 20) String number,
        @NotBlank @Size(max = 300) String title,
        @NotNull UUID locationId,
        @Nullable UUID unitId,
        @Schema(examples = "2027-10-30T20:00") @NotNull LocalDateTime start,
        @NotNull @Min(1) @Max(14 * 24 * 60) Integer durationMinutes,
        @Nullable LocalDate workingDay,
        @Nullable ActivityState state,
        @Nullable @Size(max = 200) List<@NotNull @Valid RoleRequirement> roles,
        @Nullable @Size(max = 100) List<@NotNull UUID> dependsOn,
        @Nullable @Size(max = 4000) String notes,
        @Nullable @Size(max = 500) String overrideReason) {

    static ActivityRequest of(Activity activity) {
        return new ActivityRequest(
                activity.number,
                activity.title,
                activity.locationId,
                activity.unitId,
                activity.localStart,
                activity.durationMinutes,
                activity.workingDay,
                activity.state,
                activity.roles,
                activity.dependsOn,
                activity.notes,
                activity.overrideReason);
    }

    ActivityRequest withoutWorkingDay() {
        return new ActivityRequest(
                number,
                title,
                locationId,
                unitId,
                start,
                durationMinutes,
                null,
                state,
                roles,
                dependsOn,
                notes,
                overrideReason);
    }
}
