package dev.callboard.contracts;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.callboard.contracts.account.AccountFact;
import dev.callboard.contracts.account.FundsCommand;
import dev.callboard.contracts.account.FundsReply;
import dev.callboard.contracts.project.PlanFact;
import dev.callboard.contracts.project.ProjectFact;
import dev.callboard.contracts.project.SummoningFact;
import dev.callboard.contracts.project.TimeCardFact;
import dev.callboard.contracts.report.PayrollFact;
import dev.callboard.contracts.report.RenderTask;
import dev.callboard.contracts.report.ReportRunFact;
import dev.callboard.contracts.user.UserFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed schema of a message, {@code schemas/CE_TYPE.json}, is that of its record. After a change of a record
 * {@code ./mvnw -pl platform-contracts test -Dcallboard.contracts.write=true} writes the files anew; their diff says
 * whether those who have the old record can still read the message.
 */
class SchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final List<Class<?>> GROUPS = List.of(
            UserFact.class,
            AccountFact.class,
            FundsCommand.class,
            FundsReply.class,
            ProjectFact.class,
            PlanFact.class,
            SummoningFact.class,
            TimeCardFact.class,
            PayrollFact.class,
            ReportRunFact.class,
            RenderTask.class);

    private final SchemaGenerator generator = generator();

    static Stream<Class<?>> messages() {
        return GROUPS.stream().flatMap(group -> Stream.of(group.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void the_schema_of_a_message_is_committed(Class<?> message) throws IOException {
        var file = SCHEMAS.resolve(type(message) + ".json");
        var schema = schema(message);
        if (Boolean.getBoolean("callboard.contracts.write")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, schema);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).isEqualTo(schema);
    }

    @Test
    void no_schema_is_left_of_a_message_that_is_gone() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            messages().map(message -> type(message) + ".json").toList());
        }
    }

    /** As it stands in {@code ce_type}: subpackage, group, record. */
    private static String type(Class<?> message) {
        var pack = message.getPackageName();
        var group = message.getInterfaces()[0];
        return pack.substring(pack.lastIndexOf('.') + 1) + "." + group.getSimpleName() + "." + message.getSimpleName();
    }

    private String schema(Class<?> message) throws IOException {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(generator.generateSchema(message)) + "\n";
    }

    /** Every component is there in every message; more may come with a later release. */
    private static SchemaGenerator generator() {
        var settings = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.ADDITIONAL_FIXED_TYPES, Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        settings.forFields().withRequiredCheck(_ -> true);
        return new SchemaGenerator(settings.build());
    }
}
