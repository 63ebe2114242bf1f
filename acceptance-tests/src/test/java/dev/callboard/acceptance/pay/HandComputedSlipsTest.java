package dev.callboard.acceptance.pay;

import dev.callboard.acceptance.platform.Person;
import dev.callboard.acceptance.platform.Platform;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Twenty slips that were worked out on paper, against a pay run on the same rows and against the recomputation. */
@Order(20)
class HandComputedSlipsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "by-hand");
    private static final Set<String> BELOW_THE_GROSS = Set.of(
            "gross", "pension", "tax", "union-fee", "per-diem", "mileage", "net", "ytd_gross", "ytd_tax", "ytd_net");

    private final HandComputed byHand = HandComputed.read(FOLDER.resolve("slips.md"));
    private final Packaged packaged = new Packaged(FOLDER);

    @Test
    void the_paper_adds_up() {
        var softly = new SoftAssertions();
        byHand.lines().forEach((employee, lines) -> {
            for (var line : lines)
                if (!line.arithmetic().isEmpty())
                    softly.assertThat(Money.rounded(line.exact()))
                            .as("%s: %s", employee, line)
                            .isEqualTo(line.amount());
            var earned = lines.stream()
                    .filter(line -> !BELOW_THE_GROSS.contains(line.rule()))
                    .map(HandComputed.Line::amount)
                    .reduce(Money.NOTHING, BigDecimal::add);
            softly.assertThat(earned).as("%s: gross", employee).isEqualTo(byHand.of(employee, "gross"));
            softly.assertThat(byHand.slip(employee).net())
                    .as("%s: net", employee)
                    .isEqualTo(byHand.of(employee, "net"));
        });
        softly.assertThat(byHand.lines()).hasSize(20);
        softly.assertAll();
    }

    @Test
    void the_recomputation_comes_to_the_same() {
        var rules = new Recomputation(YearMonth.of(2027, 10));
        var works = packaged.hours().stream().collect(Collectors.groupingBy(Work::employee));
        var softly = new SoftAssertions();
        packaged.employees().forEach((number, employee) -> softly.assertThat(
                        rules.of(employee, works.getOrDefault(number, java.util.List.of())))
                .as(number)
                .isEqualTo(byHand.slip(number)));
        softly.assertAll();
    }

    @Test
    void the_pay_run_comes_to_the_same() {
        var register = Register.of(calculated());

        assertThat(register.rows().keySet()).isEqualTo(byHand.lines().keySet());
        var softly = new SoftAssertions();
        register.rows().forEach((number, row) -> {
            softly.assertThat(row.asSlip()).as(number).isEqualTo(byHand.slip(number));
            softly.assertThat(row.net()).as("%s: net", number).isEqualTo(byHand.of(number, "net"));
        });
        var lena = register.rows().get("H20");
        softly.assertThat(lena.ytdGross()).isEqualTo(byHand.of("H20", "ytd_gross"));
        softly.assertThat(lena.ytdTax()).isEqualTo(byHand.of("H20", "ytd_tax"));
        softly.assertThat(lena.ytdNet()).isEqualTo(byHand.of("H20", "ytd_net"));
        softly.assertAll();
    }

    /** The rows are imported into an account of their own and calculated. @return the register as CSV */
    private byte[] calculated() {
        var stina = Platform.shared().register("Stina", "Hallberg");
        var account = "/accounts/"
                + stina.post("/accounts", Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                        .mustBe(201)
                        .field("id");
        stina.post(account + "/pay-periods", Map.of("month", "2027-10", "payDate", "2027-11-25"))
                .mustBe(200);
        for (var file : new String[] {"employees", "opening-balances", "hours"})
            stina.csv(account + "/" + file + "/import", FOLDER.resolve(file + ".csv"))
                    .mustBe(200);
        var run = "/pay-runs/"
                + stina.post(account + "/pay-runs", Map.of("period", "2027-10", "payDate", "2027-11-25"))
                        .mustBe(202)
                        .field("id");
        awaitCalculated(stina, run);
        return stina.get(run + "/register", "text/csv").mustBe(200).bytes();
    }

    private static void awaitCalculated(Person stina, String run) {
        await("the run is calculated")
                .atMost(Duration.ofMinutes(3))
                .until(() -> stina.get(run).field("state").equals("CALCULATED"));
    }
}
