package dev.callboard.report.render;

import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The slips that gallery, README and these tests show: whoever adds up a column comes to what is printed below it. */
class SampleSlipsTest {
    enum Sample {
        OF_BO(BoEkdahl.slip()),
        OF_EIGHTY_EARNINGS(BoEkdahl.slipWithEarnings(80)),
        OF_LONG_WORDS(LongPapers.slip());

        private final PaySlip slip;

        Sample(PaySlip slip) {
            this.slip = slip;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_column_adds_up_from_the_first_earning_to_the_net(Sample sample) {
        var slip = sample.slip;

        for (var production : slip.productions())
            assertThat(production.earnings().stream()
                            .mapToLong(PaySlip.Earning::amount)
                            .sum())
                    .as(production.title())
                    .isEqualTo(production.sum());
        assertThat(slip.gross().amount())
                .isEqualTo(slip.productions().stream()
                        .mapToLong(PaySlip.Production::sum)
                        .sum());
        assertThat(slip.taxableBase().amount()).isEqualTo(slip.gross().amount() + sum(slip.beforeTax()));
        assertThat(slip.taxWithheld().amount()).isEqualTo(sum(slip.tax()));
        assertThat(slip.net().amount())
                .isEqualTo(slip.taxableBase().amount() + slip.taxWithheld().amount() + sum(slip.afterTax()));
        assertThat(slip.employerCost().total())
                .isEqualTo(sum(slip.employerCost().lines()));
    }

    @ParameterizedTest
    @EnumSource
    void the_column_of_the_year_adds_up_too(Sample sample) {
        var slip = sample.slip;

        assertThat(slip.taxableBase().yearToDate()).isEqualTo(slip.gross().yearToDate() + year(slip.beforeTax()));
        assertThat(slip.net().yearToDate())
                .isEqualTo(slip.taxableBase().yearToDate() + slip.taxWithheld().yearToDate() + year(slip.afterTax()));
    }

    @ParameterizedTest
    @EnumSource
    void each_amount_is_what_its_line_says(Sample sample) {
        var slip = sample.slip;

        for (var production : slip.productions())
            for (var earning : production.earnings())
                assertThat(earning.amount())
                        .as(earning.kind())
                        .isEqualTo(shareOf(
                                earning.rate(),
                                Math.multiplyExact(earning.quantityHundredths(), earning.factorHundredths())));
        for (var lines : List.of(
                slip.beforeTax(),
                slip.tax(),
                slip.afterTax(),
                slip.employerCost().lines()))
            for (var line : lines)
                assertThat(Math.abs(line.amount())).as(line.label()).isEqualTo(said(line));
    }

    @ParameterizedTest
    @EnumSource
    void leave_and_holiday_pay_close_with_what_they_say(Sample sample) {
        var slip = sample.slip;

        for (var balance : slip.leave().balances())
            assertThat(balance.opening() + balance.earned() + balance.taken())
                    .as(balance.label())
                    .isEqualTo(balance.closing());
        var accrued = slip.holidayPay();
        assertThat(accrued.accrued()).isEqualTo(shareOf(accrued.of(), accrued.basisPoints()));
    }

    private static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    private static long year(List<Line> lines) {
        return lines.stream()
                .map(Line::yearToDate)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Without its sign: what a deduction says is how much it is. */
    private static long said(Line line) {
        return switch (line.basis()) {
            case Basis.Count(long quantity, String _, long rate) -> shareOf(rate, quantity * 100);
            case Basis.PercentOf(int points, long of) -> shareOf(of, points);
            case Basis.ShareAt(long share, int points) -> shareOf(share, points);
            case Basis.Words _ -> Math.abs(line.amount());
        };
    }

    /** Rounded half up, as the foot of the slip says. */
    private static long shareOf(long whole, long tenThousandths) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(tenThousandths, 4))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
