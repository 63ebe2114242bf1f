package dev.callboard.project.location;

import dev.callboard.kit.problem.Problem;
import dev.callboard.project.location.LocationRequest.ContactRequest;
import dev.callboard.project.location.LocationRequest.HospitalRequest;
import dev.callboard.project.project.Zones;
import dev.callboard.project.rows.CsvRow;
import dev.callboard.project.rows.CsvRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A location list as CSV. A name that the project knows already updates its location. */
@ApplicationScoped
class LocationImport {
    static final List<String> REQUIRED = List.of("name", "address", "zone");
    static final List<String> OPTIONAL = List.of(
            "latitude",
            "longitude",
            "exclusive",
            "unit_base",
            "parking",
            "access",
            "hospital_name",
            "hospital_address",
            "hospital_phone",
            "contact_name",
            "contact_phone",
            "radio",
            "power");

    @Inject
    Locations locations;

    @Schema(name = "LocationsImported")
    record Imported(long imported) {}

    /** @throws Problem INVALID_ROWS */
    @Transactional
    Imported read(UUID projectId, InputStream csv) {
        var seen = new HashMap<String, Long>();
        var rows = new CsvRows(REQUIRED, OPTIONAL).read(csv, row -> parse(row, seen), batch -> {
            batch.forEach(request -> locations.put(projectId, request));
            locations.flush();
        });
        return new Imported(rows);
    }

    private static LocationRequest parse(CsvRow row, Map<String, Long> seen) {
        var name = row.required("name", 200);
        var first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), row.line());
        if (first != null) row.refuse("name", "one row per location; line " + first + " has it too");
        var latitude = row.parsed("latitude", "-90 to 90 degrees north", text -> degrees(text, 90));
        var longitude = row.parsed("longitude", "-180 to 180 degrees east", text -> degrees(text, 180));
        if (row.text("latitude").isEmpty() != row.text("longitude").isEmpty())
            row.refuse(row.text("latitude").isEmpty() ? "lat" : "longitude", "both lat and lon, or neither");
        var zone = row.mustParse("zone", Zones.EXPECTED, Zones::of);
        var exclusive = row.parsed("exclusive", "true or false", LocationImport::truth);
        var hospital = row.optional("hospital_name", 200);
        var contact = row.optional("contact_name", 200);
        return new LocationRequest(
                name,
                row.required("address", 500),
                latitude,
                longitude,
                zone == null ? "" : zone.getId(),
                exclusive,
                row.optional("unit_base", 1000),
                row.optional("parking", 1000),
                row.optional("access", 2000),
                hospital == null
                        ? null
                        : new HospitalRequest(
                                hospital, row.optional("hospital_address", 500), row.optional("hospital_phone", 30)),
                contact == null ? null : new ContactRequest(contact, phone(row)),
                row.optional("radio", 500),
                row.optional("power", 500));
    }

    private static @Nullable String phone(CsvRow row) {
        return row.parsed("contact_phone", "E.164 such as +46701740605", text -> {
            if (!text.matches(LocationRequest.E164)) throw new IllegalArgumentException(text);
            return text;
        });
    }

    private static double degrees(String text, int limit) {
        var degrees = Double.parseDouble(text);
        if (!(Math.abs(degrees) <= limit)) throw new IllegalArgumentException(text);
        return degrees;
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
