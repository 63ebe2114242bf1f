package dev.callboard.acceptance.pay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The slips of {@code by-hand/slips.md}.
 *
 * @param lines the indented lines of each slip, by the employee's number
 */
record HandComputed(Map<String, List<Line>> lines) {
    private static final Pattern HEAD = Pattern.compile("## (H\\d\\d) .*");
    private static final Pattern LINE = Pattern.compile(" {4}([\\w-]+) +(.*)= +(\\S+)");

    /** @param arithmetic what stands before the equals sign; empty where the figure is a sum of what is above */
    record Line(String rule, String arithmetic, BigDecimal amount) {
        /** The product or the sum, exact. */
        BigDecimal exact() {
            boolean product = arithmetic.contains("×");
            BigDecimal result = null;
            for (var term : arithmetic.replace("− ", "+ −").split("[×+]")) {
                var value = figure(term.strip());
                if (result == null) result = value;
                else result = product ? result.multiply(value) : result.add(value);
            }
            return result;
        }
    }

    static HandComputed read(Path file) {
        var slips = new LinkedHashMap<String, List<Line>>();
        List<Line> current = new ArrayList<>();
        try {
            for (var text : Files.readAllLines(file)) {
                var head = HEAD.matcher(text);
                if (head.matches()) slips.put(head.group(1), current = new ArrayList<>());
                var line = LINE.matcher(text);
                if (line.matches())
                    current.add(new Line(line.group(1), line.group(2).strip(), figure(line.group(3))));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new HandComputed(slips);
    }

    private static BigDecimal figure(String printed) {
        return new BigDecimal(printed.replace(",", "").replace('−', '-'));
    }

    /** The sum of what was written down for a rule; nothing where it does not occur. */
    BigDecimal of(String employee, String rule) {
        return lines.get(employee).stream()
                .filter(line -> line.rule().equals(rule))
                .map(Line::amount)
                .reduce(Money.NOTHING, BigDecimal::add);
    }

    Slip slip(String employee) {
        return new Slip(
                of(employee, "gross"),
                of(employee, "pension"),
                of(employee, "tax"),
                of(employee, "union-fee"),
                of(employee, "per-diem").add(of(employee, "mileage")));
    }
}
