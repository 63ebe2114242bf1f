package dev.callboard.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import static org.assertj.core.api.Assertions.assertThat;

class TestSumTest {
    @TempDir
    Path checkout;

    private void report(String path, String content) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String suite(int tests, int failures, int errors, int skipped) {
        return "<?xml version=\"1.0\"?><testsuite name=\"x\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
                .formatted(tests, failures, errors, skipped);
    }

    @Test
    void reports_of_all_modules_are_added_up_and_errors_are_failures() throws IOException {
        report("user-service/target/surefire-reports/TEST-A.xml", suite(10, 1, 2, 0));
        report("acceptance-tests/target/failsafe-reports/TEST-B.xml", suite(5, 0, 0, 1));
        report("user-service/target/surefire-reports/notes.xml", suite(100, 0, 0, 0));

        var sum = TestSum.of(checkout);

        assertThat(sum).hasToString("11 passed, 3 failed, 1 skipped");
        assertThat(sum.isGreen()).isFalse();
    }

    @Test
    void a_green_run_has_tests_and_nothing_else() throws IOException {
        assertThat(TestSum.of(checkout).isGreen()).as("no test ran").isFalse();

        report("user-service/target/surefire-reports/TEST-A.xml", suite(3, 0, 0, 0));

        assertThat(TestSum.of(checkout)).hasToString("3 passed, 0 failed, 0 skipped");
        assertThat(TestSum.of(checkout).isGreen()).isTrue();
    }

    @Test
    void a_skipped_test_is_not_green() throws IOException {
        report("user-service/target/surefire-reports/TEST-A.xml", suite(3, 0, 0, 1));

        assertThat(TestSum.of(checkout).isGreen()).isFalse();
    }

    @Test
    void what_failed_is_named_with_the_reason_and_the_earliest_first() throws IOException {
        report("acceptance-tests/target/surefire-reports/TEST-A.xml", """
                <testsuite tests="2" failures="1" errors="0" skipped="0">
                  <testcase name="it_starts" classname="platform.PlatformTest">
                    <failure message="expected: 0&#10; but was: 1" type="AssertionError">a trace</failure>
                  </testcase>
                  <testcase name="it_stops" classname="platform.PlatformTest"/>
                </testsuite>""");
        report("user-service/target/surefire-reports/TEST-B.xml", """
                <testsuite tests="1" failures="0" errors="1" skipped="0">
                  <testcase name="it_signs" classname="user.KeysTest"><error type="NullPointerException">
                    java.lang.NullPointerException
                      at user.Keys</error></testcase>
                </testsuite>""");
        Files.setLastModifiedTime(
                checkout.resolve("user-service/target/surefire-reports/TEST-B.xml"), FileTime.fromMillis(1));

        assertThat(TestSum.of(checkout).failures())
                .containsExactly(
                        "failed: user.KeysTest.it_signs: java.lang.NullPointerException",
                        "failed: platform.PlatformTest.it_starts: expected: 0");
    }

    @Test
    void a_report_that_breaks_off_counts_as_a_failure() throws IOException {
        report("user-service/target/surefire-reports/TEST-A.xml", "<testsuite tests=\"3\"");

        assertThat(TestSum.of(checkout)).hasToString("0 passed, 1 failed, 0 skipped");
    }
}
