package dev.callboard.project.location;

import dev.callboard.project.location.LocationSummary.Contact;
import dev.callboard.project.location.LocationSummary.Hospital;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.UUID;

/** A place that activities use: a studio, a square, a lighthouse. Its zone is the zone of every time that is said there. */
@Entity
class Location {
    @Id
    UUID id;

    UUID projectId;
    String name;
    String address;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    String zone;
    boolean exclusive;

    @Nullable
    String unitBase;

    @Nullable
    String parking;

    @Nullable
    String access;

    @Nullable
    String hospitalName;

    @Nullable
    String hospitalAddress;

    @Nullable
    String hospitalPhone;

    @Nullable
    String contactName;

    @Nullable
    String contactPhone;

    @Nullable
    String radio;

    @Nullable
    String power;

    @Version
    long version;

    protected Location() {}

    Location(UUID id, UUID projectId) {
        this.id = id;
        this.projectId = projectId;
    }

    LocationSummary summary() {
        return new LocationSummary(
                id,
                projectId,
                name,
                address,
                latitude,
                longitude,
                ZoneId.of(zone),
                exclusive,
                unitBase,
                parking,
                access,
                hospitalName == null ? null : new Hospital(hospitalName, hospitalAddress, hospitalPhone),
                contactName == null ? null : new Contact(contactName, contactPhone),
                radio,
                power,
                version);
    }
}
