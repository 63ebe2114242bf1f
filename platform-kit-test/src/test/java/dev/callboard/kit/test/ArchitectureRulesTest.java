package dev.callboard.kit.test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule is shown to fail on a class that breaks it: a rule that matches nothing would pass for ever. */
class ArchitectureRulesTest {
    private static final String BROKEN = "dev.callboard.kit.test.broken";

    @ParameterizedTest
    @CsvSource({
        "features_are_acyclic, Cycle detected",
        "http_only_in_resources, PostNote",
        "messaging_only_in_consumers_and_feeds, Listener",
        "time_comes_from_the_clock, WristWatch",
        "names_say_what_a_thing_is, NoteManager",
        "entities_stay_in_their_feature, Folder.sheets"
    })
    void a_class_that_breaks_a_rule_is_found(String rule, String violation) {
        var broken = new ClassFileImporter().importPackages(BROKEN);
        var result = ArchitectureRules.rules(BROKEN).get(rule).evaluate(broken);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(violation);
    }

    @Test
    void every_rule_is_proven_here() {
        assertThat(ArchitectureRules.rules(BROKEN)).hasSize(6);
    }

    @Test
    void the_kit_keeps_to_the_rules_that_apply_to_it() {
        var kit = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        "dev.callboard.kit.blob",
                        "dev.callboard.kit.cache",
                        "dev.callboard.kit.database",
                        "dev.callboard.kit.mail",
                        "dev.callboard.kit.messaging",
                        "dev.callboard.kit.saga");
        var rules = ArchitectureRules.rules("dev.callboard.kit");
        for (var rule : List.of("features_are_acyclic", "time_comes_from_the_clock", "names_say_what_a_thing_is"))
            rules.get(rule).check(kit);
    }
}
