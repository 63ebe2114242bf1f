package dev.callboard.project.location;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.project.Zones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be said about a location.
 *
 * @param latitude degrees north, WGS 84; with a longitude or not at all
 * @param zone IANA
 * @param exclusive two activities cannot be there at once; absent: they can
 */
record LocationRequest(
        @Schema(examples = "Slussen") @NotBlank @Size(max = 200)
        String name,

        @NotBlank @Size(max = 500) String address,
        @Nullable @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Nullable @DecimalMin("-180") @DecimalMax("180") Double longitude,

        @Schema(examples = "Europe/Stockholm") @NotNull @Size(max = 50)
        String zone,

        @Nullable Boolean exclusive,
        @Nullable @Size(max = 1000) String unitBase,
        @Nullable @Size(max = 1000) String parking,
        @Nullable @Size(max = 2000) String access,
        @Nullable @Valid HospitalRequest hospital,
        @Nullable @Valid ContactRequest contact,
        @Nullable @Size(max = 500) String radio,
        @Nullable @Size(max = 500) String power) {

    static final String E164 = "\\+[1-9][0-9]{6,14}";

    record HospitalRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 500) String address,
            @Nullable @Size(max = 30) String phone) {}

    /** @param phone E.164 */
    record ContactRequest(
            @NotBlank @Size(max = 200) String name,

            @Nullable @Pattern(regexp = E164, message = "E.164 such as +46701740605")
            String phone) {}

    static LocationRequest of(Location at) {
        return new LocationRequest(
                at.name,
                at.address,
                at.latitude,
                at.longitude,
                at.zone,
                at.exclusive,
                at.unitBase,
                at.parking,
                at.access,
                at.hospitalName == null
                        ? null
                        : new HospitalRequest(at.hospitalName, at.hospitalAddress, at.hospitalPhone),
                at.contactName == null ? null : new ContactRequest(at.contactName, at.contactPhone),
                at.radio,
                at.power);
    }

    /** @throws Problem INVALID */
    void writeTo(Location at) {
        if ((latitude == null) != (longitude == null))
            throw CommonProblem.INVALID
                    .of("latitude")
                    .field("latitude", latitude, "both latitude and longitude, or neither");

        at.name = name.strip();
        at.address = address.strip();
        at.latitude = latitude;
        at.longitude = longitude;
        at.zone = Zones.named("zone", zone).getId();
        at.exclusive = exclusive != null && exclusive;
        at.unitBase = unitBase;
        at.parking = parking;
        at.access = access;
        at.hospitalName = hospital == null ? null : hospital.name();
        at.hospitalAddress = hospital == null ? null : hospital.address();
        at.hospitalPhone = hospital == null ? null : hospital.phone();
        at.contactName = contact == null ? null : contact.name();
        at.contactPhone = contact == null ? null : contact.phone();
        at.radio = radio;
        at.power = power;
    }
}
