package dev.callboard.project.location;

import dev.callboard.project.location.LocationSummary.Contact;
import dev.callboard.project.location.LocationSummary.Hospital;
import dev.callboard.project.project.Standing;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A location as it is shown to a caller. */
record LocationView(
        UUID id,
        UUID projectId,
        String name,
        String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String zone,
        boolean exclusive,
        @Nullable String unitBase,
        @Nullable String parking,
        @Nullable String access,
        @Nullable Hospital hospital,
        @Nullable Contact contact,
        @Nullable String radio,
        @Nullable String power,
        long version,
        List<String> allowed) {

    static LocationView of(Location location, Standing standing) {
        var at = location.summary();
        return new LocationView(
                at.id(),
                at.projectId(),
                at.name(),
                at.address(),
                at.latitude(),
                at.longitude(),
                at.zone().getId(),
                at.exclusive(),
                at.unitBase(),
                at.parking(),
                at.access(),
                at.hospital(),
                at.contact(),
                at.radio(),
                at.power(),
                at.version(),
                standing.plans() ? List.of("change", "remove") : List.of());
    }
}
