package dev.callboard.local;

import org.xml.sax.SAXException;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Adds up the reports of a test run. A program of one file that needs nothing but a JDK, because it must speak the truth
 * when the build is broken: {@code java TestSum.java CHECKOUT}.
 *
 * @param run including those that failed or were skipped
 */
record TestSum(int run, int failed, int skipped) {

    public static void main(String[] arguments) throws IOException {
        var sum = of(Path.of(arguments[0]));
        System.out.println(sum);
        System.exit(sum.isGreen() ? 0 : 1);
    }

    /** Of all modules of a checkout, one level deep. */
    static TestSum of(Path checkout) throws IOException {
        var sum = new TestSum(0, 0, 0);
        for (Path report : reports(checkout)) sum = sum.plus(read(report));
        return sum;
    }

    private static List<Path> reports(Path checkout) throws IOException {
        try (var files = Files.walk(checkout, 4)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> checkout.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .matches("[^/]+/target/(surefire|failsafe)-reports/[^/]+"))
                    .toList();
        }
    }

    /** A report that cannot be read counts as a failure: its tests may have been the ones that broke it. */
    private static TestSum read(Path report) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var suite = factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
            int failures = Integer.parseInt(suite.getAttribute("failures"));
            int errors = Integer.parseInt(suite.getAttribute("errors"));
            return new TestSum(
                    Integer.parseInt(suite.getAttribute("tests")),
                    failures + errors,
                    Integer.parseInt(suite.getAttribute("skipped")));
        } catch (IOException | SAXException | ParserConfigurationException | NumberFormatException unreadable) {
            System.out.println("cannot be read: " + report + " (" + unreadable.getMessage() + ")");
            return new TestSum(1, 1, 0);
        }
    }

    private TestSum plus(TestSum other) {
        return new TestSum(run + other.run, failed + other.failed, skipped + other.skipped);
    }

    /** A run without tests proves nothing. */
    boolean isGreen() {
        return run > 0 && failed == 0 && skipped == 0;
    }

    int passed() {
        return run - failed - skipped;
    }

    @Override
    public String toString() {
        return passed() + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
