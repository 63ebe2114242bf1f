package dev.callboard.report;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.callboard.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {
    @Test
    void the_service_keeps_to_the_architecture() {
        ArchitectureRules.check("dev.callboard.report");
    }

    @Test
    void drawing_needs_the_jdk_and_the_font_library_and_nothing_else() {
        var service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.callboard.report");

        jdkAndFontLibraryOnly("dev.callboard.report.render").check(service);
        // what else a service needs is found where it is used
        var bulk = jdkAndFontLibraryOnly("dev.callboard.report.bulk").evaluate(service);
        assertThat(bulk.getFailureReport().toString()).contains("XlsxTable");
    }

    /** Benchmarks and whoever draws elsewhere take the package without the service: decision 11. */
    private static ArchRule jdkAndFontLibraryOnly(String drawing) {
        return classes()
                .that()
                .resideInAPackage(drawing)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        drawing,
                        "java..",
                        "javax.imageio..",
                        "org.apache.fontbox..",
                        "org.apache.pdfbox.io..",
                        "org.jspecify.annotations..");
    }
}
