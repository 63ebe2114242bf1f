package dev.callboard.project.location;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A location as the other domains see it.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param exclusive two activities cannot be there at once
 * @param access how to get in
 */
public record LocationSummary(
        UUID id,
        UUID projectId,
        String name,
        String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        ZoneId zone,
        boolean exclusive,
        @Nullable String unitBase,
        @Nullable String parking,
        @Nullable String access,
        @Nullable Hospital hospital,
        @Nullable Contact contact,
        @Nullable String radio,
        @Nullable String power,
        long version) {

    /** Known by name, and it can be rung or driven to: people are sent nowhere without. */
    public boolean hasHospital() {
        return hospital != null && said(hospital.name) && (said(hospital.phone) || said(hospital.address));
    }

    /**
     * A map with a pin at the point; null where none is known. The query alone leads there, so that it can be typed
     * from paper; what follows it only says how near to look. Calls keep it: written otherwise it is another place.
     */
    public @Nullable String mapLink() {
        if (latitude == null || longitude == null) return null;
        return "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=17/%1$s/%2$s"
                .formatted(degrees(latitude), degrees(longitude));
    }

    /** Never 5.0E-4, which is Greenwich too but on no map. */
    private static String degrees(double angle) {
        return BigDecimal.valueOf(angle).toPlainString();
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** The nearest one; no day is published without. */
    public record Hospital(
            String name, @Nullable String address, @Nullable String phone) {}

    /** @param phone E.164 */
    @Schema(name = "LocationContact")
    public record Contact(String name, @Nullable String phone) {}
}
