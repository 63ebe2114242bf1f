package dev.callboard.project;

import dev.callboard.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_service_keeps_to_the_architecture() {
        ArchitectureRules.check("dev.callboard.project");
    }
}
