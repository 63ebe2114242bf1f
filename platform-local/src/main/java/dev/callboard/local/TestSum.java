package dev.callboard.local;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up the reports of a test run. A program of one file that needs nothing but a JDK, because it must speak the truth
 * when the build is broken: {@code java TestSum.java CHECKOUT}.
 *
 * @param run including those that failed or were skipped
 * @param failures what failed, the earliest first: the others may only follow from it
 */
record TestSum(int run, int failed, int skipped, List<String> failures) {
    private static final int SHOWN = 20;

    public static void main(String[] arguments) throws IOException {
        var sum = of(Path.of(arguments[0]));
        sum.failures.stream().limit(SHOWN).forEach(System.out::println);
        if (sum.failures.size() > SHOWN) System.out.println("and " + (sum.failures.size() - SHOWN) + " more");
        System.out.println(sum);
        System.exit(sum.isGreen() ? 0 : 1);
    }

    /** Of all modules of a checkout, one level deep. */
    static TestSum of(Path checkout) throws IOException {
        var sum = new TestSum(0, 0, 0, List.of());
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
                    .sorted(Comparator.comparing(TestSum::written))
                    .toList();
        }
    }

    private static FileTime written(Path report) {
        try {
            return Files.getLastModifiedTime(report);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
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
                    Integer.parseInt(suite.getAttribute("skipped")),
                    failuresOf(suite));
        } catch (IOException | SAXException | ParserConfigurationException | NumberFormatException unreadable) {
            return new TestSum(1, 1, 0, List.of("cannot be read: " + report + " (" + unreadable.getMessage() + ")"));
        }
    }

    /** A line each: what failed, and the first line of why. */
    private static List<String> failuresOf(Element suite) {
        var found = new ArrayList<String>();
        for (var node = suite.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element test) || !test.getTagName().equals("testcase")) continue;
            for (var part = node.getFirstChild(); part != null; part = part.getNextSibling())
                if (part.getNodeName().equals("failure") || part.getNodeName().equals("error"))
                    found.add("failed: %s.%s: %s"
                            .formatted(test.getAttribute("classname"), test.getAttribute("name"), reason(part)));
        }
        return found;
    }

    private static String reason(Node failure) {
        var message = failure.getAttributes().getNamedItem("message");
        var said = message == null ? failure.getTextContent() : message.getTextContent();
        return said.strip().lines().findFirst().orElse("no reason given");
    }

    private TestSum plus(TestSum other) {
        var all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new TestSum(run + other.run, failed + other.failed, skipped + other.skipped, all);
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
