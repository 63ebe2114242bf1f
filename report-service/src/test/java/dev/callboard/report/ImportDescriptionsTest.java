package dev.callboard.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callboard.report.bulk.CsvImport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Who writes a file has the contract alone: it names the columns and how many rows there may be. */
class ImportDescriptionsTest {
    private static final Path CONTRACT = Path.of("../platform-contracts/src/main/resources/openapi/report.json");

    static Stream<Arguments> imports() {
        return Stream.of(
                Arguments.of("employees", Norrsken.EMPLOYEES_HEADER),
                Arguments.of("hours", Norrsken.HOURS_HEADER),
                Arguments.of("opening-balances", Norrsken.BALANCES_HEADER),
                Arguments.of("benefits", Norrsken.BENEFITS_HEADER),
                Arguments.of("leave", "employee_no,from,to,kind"));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void every_column_of_a_file_and_how_long_it_may_be_is_in_the_description_of_its_import(String what, String header)
            throws IOException {
        var described = new ObjectMapper()
                .readTree(CONTRACT.toFile())
                .path("paths")
                .path("/api/v1/accounts/{accountId}/" + what + "/import")
                .path("post")
                .path("description")
                .asText();

        assertThat(described.split("[^a-z_]+")).contains(header.strip().split(","));
        var most = what.equals("hours") ? CsvImport.MOST_ROWS : CsvImport.MOST_DISTINCT_ROWS;
        assertThat(described).contains(String.format(Locale.ROOT, "at most %,d rows", most));
    }
}
