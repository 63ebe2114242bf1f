package dev.callboard.acceptance.pay;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packaged files come to by themselves, without the time cards of the demo. The totals stand beside them for who
 * pays these people often: the benchmarks hold their runs of 100,000 against them.
 */
@Order(10)
class ControlTotalsTest {
    private static final Path FOLDER = Path.of("..", "demo-data", "payroll");

    @Test
    void the_control_totals_are_what_the_files_come_to() {
        var packaged = new Packaged(FOLDER);
        var totals = Packaged.rows(FOLDER.resolve("control-totals.csv")).getFirst();
        var excluded = Set.of(totals.getField("excluded").split(" "));
        var works = packaged.hours().stream().collect(Collectors.groupingBy(Work::employee));
        var rules = new Recomputation(YearMonth.parse(totals.getField("period")));

        var slips = packaged.employees().values().stream()
                .filter(employee -> !excluded.contains(employee.number()))
                .map(employee -> rules.of(employee, works.getOrDefault(employee.number(), List.of())))
                .toList();

        assertThat(slips).hasSize(Integer.parseInt(totals.getField("slips")));
        assertThat(slips.stream().map(Slip::net).reduce(Money.NOTHING, BigDecimal::add))
                .isEqualTo(new BigDecimal(totals.getField("net")));
    }
}
