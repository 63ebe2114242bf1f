package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.rule.Earlier;
import dev.callboard.report.payroll.rule.PaidPerson;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.PayCalculation;
import dev.callboard.report.payroll.rule.PayKind;
import dev.callboard.report.payroll.rule.Section;
import dev.callboard.report.payroll.rule.Work;
import dev.callboard.report.payroll.rule.WorkKind;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlipTemplate;
import dev.callboard.report.render.PrintedText;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Bo's salary of January 2028, lodging and meals in kind, and lodging of December that was stated too high. */
class BenefitSlipTest {
    private static final YearMonth JANUARY = YearMonth.of(2028, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2027, 12);
    private static final String NORD_2 = "nord-2";

    @Test
    void benefits_go_in_for_tax_and_visibly_out_again() throws IOException {
        assertThat(printed(Language.EN))
                .contains("Gross pay 46,563.75")
                .contains("Taxable benefit: lodging January 3,000.00 5,400.00")
                .contains("Taxable benefit: meals January 720.00 720.00")
                .contains("Taxable benefit: lodging December 2027 −600.00")
                .contains("Deduction before tax: pension, own share 2 % of 46,563.75 −931.28 −931.28")
                .contains("Taxable base 48,752.47")
                .contains("Less received in kind: lodging January −3,000.00 −5,400.00")
                .contains("Less received in kind: meals January −720.00 −720.00")
                .contains("Less received in kind: lodging December 2027 600.00")
                .contains("Employer’s fee, 31.42 % 15,610.63")
                .contains("Includes a correction to December 2027");
    }

    @Test
    void a_swedish_and_a_german_reader_find_their_words() throws IOException {
        assertThat(printed(Language.SV))
                .contains("Skattepliktig förmån: bostad januari 3 000,00 5 400,00")
                .contains("Skattepliktig förmån: kost januari 720,00")
                .contains("Avgår förmån som redan erhållits: bostad januari −3 000,00 −5 400,00")
                .doesNotContain("lodging");
        assertThat(printed(Language.DE))
                .contains("Geldwerter Vorteil (Sachbezug): Unterkunft Januar 3.000,00 5.400,00")
                .contains("Geldwerter Vorteil (Sachbezug): Verpflegung Januar 720,00")
                .contains("Abzug des erhaltenen Sachbezugs: Unterkunft Dezember 2027 600,00")
                .doesNotContain("lodging");
    }

    @Test
    void the_column_adds_up_from_gross_to_net() {
        var slip = slip(Language.EN);

        assertThat(slip.gross().amount() + sum(slip.beforeTax()))
                .isEqualTo(slip.taxableBase().amount());
        assertThat(sum(slip.tax())).isEqualTo(slip.taxWithheld().amount());
        assertThat(slip.taxableBase().amount() + sum(slip.tax()) + sum(slip.afterTax()))
                .isEqualTo(slip.net().amount());
    }

    private static long sum(List<PaySlip.Line> lines) {
        return lines.stream().mapToLong(PaySlip.Line::amount).sum();
    }

    private static String printed(Language language) throws IOException {
        return PrintedText.of(new PaySlipTemplate(language), slip(language));
    }

    private static PaySlip slip(Language language) {
        var run = new PayRun(
                UUID.randomUUID(),
                UUID.randomUUID(),
                JANUARY,
                LocalDate.of(2028, 2, 25),
                "SEK",
                UUID.randomUUID(),
                Instant.EPOCH);
        run.terms = new Terms(NORD_2, 3, "Nord 2", true, "Norrsken Produktion AB", "", "", "Eva Strand", "", "", 10, 4);
        var pay = pay();
        // 3,000.00 of lodging was taxed with the slip of December, which was paid in January
        var earlier =
                new KindsToDate.Before(Map.of(new KindsToDate.Kind("4711", Section.BENEFIT, "lodging"), 300_000L));
        var toDate = earlier.beside("4711", Opening.NONE, pay).iterator();
        var lines = pay.lines().stream()
                .map(line -> new SlipOf.Line(
                        line.section(),
                        line.corrects() == null ? null : line.corrects().atDay(1),
                        line.production(),
                        line.costCode(),
                        line.rule(),
                        line.text(),
                        line.first(),
                        line.last(),
                        line.days(),
                        line.quantity(),
                        line.unit(),
                        line.rate(),
                        line.factor(),
                        line.amount(),
                        toDate.next()))
                .toList();
        return new SlipOf(run, new SlipWords(language, new PaySchemes().get(NORD_2))).slip(result(pay), lines);
    }

    private static Pay pay() {
        var bo = new PaidPerson("4711", PayKind.MONTHLY, 4_656_375, LocalDate.of(2020, 1, 1), 1200, "E-32", "Crew", "");
        var benefits = List.of(
                benefit("lodging", JANUARY, 300_000),
                benefit("meals", JANUARY, 72_000),
                benefit("lodging", DECEMBER, -60_000));
        return PayCalculation.of(new PaySchemes().get(NORD_2), JANUARY, bo, benefits, Earlier.NOTHING);
    }

    private static Work benefit(String kind, YearMonth month, long minor) {
        return new Work(
                UUID.randomUUID(),
                month.atDay(1),
                WorkKind.BENEFIT,
                List.of(),
                ZoneOffset.UTC,
                0,
                minor,
                "",
                "",
                0,
                0,
                0,
                "",
                kind);
    }

    private static SlipOf.Result result(Pay pay) {
        return new SlipOf.Result(
                "4711",
                UUID.randomUUID().toString(),
                "Bo Ekdahl",
                "best boy grip",
                "",
                "E-32",
                "",
                "",
                pay.minutes(),
                pay.overtimeMinutes(),
                pay.gross(),
                pay.taxable(),
                pay.tax(),
                pay.net(),
                pay.employerCost(),
                1200,
                pay.holidayPay(),
                new Balance(0, 0, 0, 0, 0, null),
                pay.gross(),
                pay.taxable(),
                pay.tax(),
                pay.net());
    }
}
