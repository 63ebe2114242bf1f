package dev.callboard.report.payroll.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.payroll.rule.Nord.NORD_1;
import static dev.callboard.report.payroll.rule.Nord.NORD_2;
import static dev.callboard.report.payroll.rule.Nord.OCTOBER;
import static dev.callboard.report.payroll.rule.Nord.benefit;
import static dev.callboard.report.payroll.rule.Nord.days;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.pay;
import static dev.callboard.report.payroll.rule.Nord.person;
import static dev.callboard.report.payroll.rule.Nord.rules;
import static org.assertj.core.api.Assertions.assertThat;

/** Bo's week of October, and what he received in kind. */
class BenefitsTest {
    private static final YearMonth SEPTEMBER = OCTOBER.minusMonths(1);
    private static final List<Work> WEEK = days(LocalDate.of(2027, 10, 18), LocalDate.of(2027, 10, 22));

    @Test
    void a_benefit_costs_its_tax_and_changes_nothing_else() {
        var without = pay(NORD_2, hourly(), WEEK);
        var with = pay(NORD_2, hourly(), and(benefit("lodging", OCTOBER, 300_000)));

        assertThat(with.benefits()).isEqualTo(300_000);
        assertThat(with.gross()).isEqualTo(without.gross());
        assertThat(with.beforeTax()).isEqualTo(without.beforeTax());
        assertThat(with.afterTax()).isEqualTo(without.afterTax());
        assertThat(with.holidayPay()).isEqualTo(without.holidayPay());
        assertThat(with.minutes()).isEqualTo(without.minutes());
        assertThat(with.taxable()).isEqualTo(without.taxable() + 300_000);
        // both bases are in the first bracket: 20 %
        assertThat(with.tax()).isEqualTo(without.tax() - 60_000);
        assertThat(with.net()).isEqualTo(without.net() - 60_000);
    }

    @Test
    void kinds_stand_in_the_order_of_the_scheme_and_what_corrects_behind_them() {
        var pay = pay(
                NORD_2,
                hourly(),
                and(
                        benefit("meals", SEPTEMBER, -12_000),
                        benefit("meals", OCTOBER, 72_000),
                        benefit("lodging", OCTOBER, 300_000)));

        assertThat(pay.lines().stream().filter(line -> line.section() == Section.BENEFIT))
                .extracting(line -> line.text() + " " + line.corrects() + " " + line.amount())
                .containsExactly(
                        "Taxable benefit: lodging null 300000",
                        "Taxable benefit: meals null 72000",
                        "Taxable benefit: meals 2027-09 -12000");
        assertThat(pay.benefits()).isEqualTo(360_000);
    }

    @Test
    void an_employers_cost_is_due_where_the_kind_says_so() {
        var noFeeOnMeals = Nord.scheme(
                "nord-2", json -> ((ObjectNode) json.withArray("benefits").get(2)).putArray("employerCosts"));
        var works = and(benefit("meals", OCTOBER, 72_000), benefit("car", OCTOBER, 200_000));

        var gross = pay(NORD_2, hourly(), WEEK).gross();
        assertThat(line("employers-fee", pay(NORD_2, hourly(), works)).quantity())
                .isEqualTo(gross + 272_000);
        assertThat(line("employers-fee", pay(noFeeOnMeals, hourly(), works)).quantity())
                .isEqualTo(gross + 200_000);
        assertThat(line("employers-pension", pay(NORD_2, hourly(), works)).quantity())
                .isEqualTo(gross);
    }

    @Test
    void a_benefit_alone_is_no_work_and_leaves_no_net() {
        var car = benefit("car", OCTOBER, 200_000);
        for (var kind : List.of(PayKind.HOURLY, PayKind.DAILY, PayKind.WEEKLY, PayKind.FEE)) {
            var pay = pay(NORD_2, person(kind, 1_500_000, LocalDate.of(2020, 1, 1)), car);
            assertThat(rules(pay)).isEmpty();
            assertThat(pay.gross()).isZero();
            assertThat(pay.net()).isEqualTo(-40_000); // its tax
            assertThat(pay.employerCost()).isEqualTo(62_840); // 31.42 %
        }
    }

    @Test
    void a_benefit_of_which_the_scheme_knows_nothing_is_not_settled() {
        var boat = benefit("boat", OCTOBER, 100_000);
        var pay = pay(NORD_2, hourly(), and(boat));
        assertThat(pay.withoutRule()).containsExactly(WorkKind.BENEFIT);
        assertThat(pay.works()).hasSize(5).doesNotContain(boat.id());

        assertThat(pay(NORD_1, hourly(), and(benefit("car", OCTOBER, 100_000))).withoutRule())
                .containsExactly(WorkKind.BENEFIT);
    }

    @Test
    void what_is_due_on_a_kind_is_a_cost_of_the_scheme() {
        var costs = NORD_2.employerCosts().stream().map(PayScheme.Share::rule).toList();
        assertThat(NORD_2.benefits()).isNotEmpty().allSatisfy(kind -> assertThat(costs)
                .containsAll(kind.employerCosts()));
    }

    private static List<Work> and(Work... benefits) {
        var works = new ArrayList<>(WEEK);
        works.addAll(List.of(benefits));
        return works;
    }
}
