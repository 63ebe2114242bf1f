package dev.callboard.project.summoning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.callboard.project.location.LocationSummary;
import dev.callboard.project.location.LocationSummary.Hospital;
import dev.callboard.project.project.DepartmentKind;
import dev.callboard.project.project.DepartmentSummary;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.PROJECT;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** The demo publishes days of the packaged production as they are entered: none of them may lack anything. */
class PackagedProductionTest {
    private static final Path DATA = Path.of("../demo-data/salt-road");

    @Test
    void every_place_that_it_works_at_has_a_hospital() {
        var complete = rows("locations.csv").stream()
                .map(PackagedProductionTest::location)
                .filter(LocationSummary::hasHospital)
                .map(LocationSummary::name)
                .collect(toSet());
        assertThat(rows("activities.csv")).hasSizeGreaterThan(50).allSatisfy(activity -> assertThat(complete)
                .contains(activity.getField("location")));
    }

    @Test
    void each_department_of_its_crew_can_be_rung() {
        assertThat(rows("departments.csv").stream().map(PackagedProductionTest::department))
                .filteredOn(department -> department.kind() == DepartmentKind.CREW)
                .hasSizeGreaterThan(10)
                .allMatch(DepartmentSummary::canBeRung);
    }

    private static LocationSummary location(NamedCsvRecord row) {
        var hospital = new Hospital(
                row.getField("hospital_name"), row.getField("hospital_address"), row.getField("hospital_phone"));
        return new LocationSummary(
                UUID.randomUUID(),
                PROJECT,
                row.getField("name"),
                row.getField("address"),
                null,
                null,
                ZoneId.of(row.getField("zone")),
                false,
                null,
                null,
                null,
                hospital.name().isEmpty() ? null : hospital,
                null,
                null,
                null,
                0);
    }

    private static DepartmentSummary department(NamedCsvRecord row) {
        return new DepartmentSummary(
                UUID.randomUUID(),
                PROJECT,
                row.getField("name"),
                null,
                null,
                row.getField("contact"),
                0,
                DepartmentKind.valueOf(row.getField("kind")));
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
