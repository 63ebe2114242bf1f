package dev.callboard.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;

import static org.assertj.core.api.Assertions.assertThat;

class CallboardTest {
    private final StringWriter errors = new StringWriter();

    private int exit(String... words) {
        return Callboard.commandLine().setErr(new PrintWriter(errors, true)).execute(words);
    }

    @Test
    void an_unknown_verb_is_named_with_the_verbs_that_there_are() {
        assertThat(exit("statsu")).isEqualTo(2);
        assertThat(errors.toString().lines().findFirst().orElseThrow())
                .startsWith("callboard: statsu (expected one of: ")
                .contains("up, down, status")
                .contains("demo")
                .endsWith("test, gallery)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo"})
    void a_port_that_no_port_can_be_is_refused_before_anything_starts(String verb) {
        assertThat(exit(verb, "--port", "99999")).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("callboard: --port: 99999 (expected: 1 to 65535)")
                .contains("Usage: ./callboard " + verb)
                .doesNotContain("Exception");
    }

    @Test
    void a_wrong_option_of_up_is_answered_with_its_usage() {
        assertThat(exit("up", "--prot", "8081")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("--prot")
                .contains("./callboard up [--detach] [--port N] [--data DIR] [--only SERVICE[,SERVICE]]");
    }
}
