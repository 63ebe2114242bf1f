package dev.callboard.report.payroll.rule;

import dev.callboard.report.payroll.rule.Work.Spell;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static dev.callboard.report.payroll.rule.Nord.NORD_1;
import static dev.callboard.report.payroll.rule.Nord.STOCKHOLM;
import static dev.callboard.report.payroll.rule.Nord.WEDNESDAY;
import static dev.callboard.report.payroll.rule.Nord.clock;
import static dev.callboard.report.payroll.rule.Nord.hourly;
import static dev.callboard.report.payroll.rule.Nord.hours;
import static dev.callboard.report.payroll.rule.Nord.line;
import static dev.callboard.report.payroll.rule.Nord.person;
import static dev.callboard.report.payroll.rule.Nord.work;
import static dev.callboard.report.payroll.rule.Nord.worked;
import static org.assertj.core.api.Assertions.assertThat;

/** Every example of docs/pay-rules.md, computed from the packaged scheme Nord 1 and found on the page as it is printed there. */
class WorkedExamplesTest {
    private final String page = Nord.PAGE;

    @Test
    void ordinary_time_is_the_first_eight_hours() {
        worked("ordinary", pay(hourly(), clock(WEDNESDAY, "08:00", "16:00")), "8.00 h × 285.00 × 1.00 = 2,280.00");
    }

    @Test
    void a_beginning_and_an_end_are_rounded_to_three_minutes() {
        worked("ordinary", pay(hourly(), clock(WEDNESDAY, "08:04", "12:05")), "4.05 h × 285.00 × 1.00 = 1,154.25");
    }

    @Test
    void a_short_day_is_made_up_to_four_hours() {
        var pay = pay(hourly(), clock(WEDNESDAY, "08:00", "10:30"));
        worked("ordinary", pay, "2.50 h × 285.00 × 1.00 = 712.50");
        worked("guaranteed-day", pay, "1.50 h × 285.00 × 1.00 = 427.50");
        assertThat(pay.minutes()).isEqualTo(240);
    }

    @Test
    void overtime_begins_after_eight_hours() {
        worked("overtime-8", pay(hourly(), clock(WEDNESDAY, "08:00", "17:30")), "1.50 h × 285.00 × 1.50 = 641.25");
    }

    @Test
    void overtime_is_dearer_after_ten_hours() {
        var pay = pay(hourly(), clock(WEDNESDAY, "08:00", "19:15"));
        worked("overtime-8", pay, "2.00 h × 285.00 × 1.50 = 855.00");
        worked("overtime-10", pay, "1.25 h × 285.00 × 2.00 = 712.50");
        assertThat(pay.overtimeMinutes()).isEqualTo(195);
    }

    @Test
    void the_night_on_which_the_clocks_go_back_is_paid_as_long_as_it_was() {
        var pay = pay(hourly(), clockChangeNight());
        assertThat(pay.minutes()).isEqualTo(600);
        worked("night", pay, "8.00 h × 285.00 × 0.25 = 570.00");
        worked("sunday", pay, "6.00 h × 285.00 × 0.50 = 855.00");
        assertThat(line("ordinary", pay).quantity()).isEqualTo(480);
        assertThat(line("overtime-8", pay).quantity()).isEqualTo(120);
    }

    @Test
    void the_night_on_which_the_clocks_go_forward_is_an_hour_shorter() {
        var day = LocalDate.of(2027, 3, 27);
        var pay = PayCalculation.of(
                NORD_1, YearMonth.of(2027, 3), hourly(), List.of(clock(day, "20:00", "06:00")), Earlier.NOTHING);
        assertThat(pay.minutes()).isEqualTo(540);
        assertThat(line("night", pay).quantity()).isEqualTo(420);
    }

    @Test
    void travel_leave_and_corrections_are_paid_at_the_plain_rate() {
        worked("travel", pay(hourly(), hours(WorkKind.TRAVEL, 180, "")), "3.00 h × 285.00 × 1.00 = 855.00");
        var leave = pay(hourly(), hours(WorkKind.LEAVE, 480, ""));
        worked("leave", leave, "8.00 h × 285.00 × 1.00 = 2,280.00");
        assertThat(leave.leaveTaken()).isEqualTo(100);
        var correction = pay(hourly(), hours(WorkKind.CORRECTION, -120, "Entered twice"));
        worked("correction", correction, "−2.00 h × 285.00 × 1.00 = −570.00");
        assertThat(line("correction", correction).corrects()).isEqualTo(YearMonth.of(2027, 9));
        assertThat(line("correction", correction).text()).isEqualTo("Entered twice");
    }

    @Test
    void a_salary_is_paid_for_the_days_employed_and_its_overtime_by_the_hour() {
        var monthly = person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2020, 1, 1));
        worked("salary", pay(monthly), "1 mo × 42,000.00 × 1.00 = 42,000.00");
        worked(
                "salary",
                pay(person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2027, 10, 17))),
                "15 d × 1,354.84 × 1.00 = 20,322.60");
        var pay = pay(monthly, clock(WEDNESDAY, "08:00", "17:30"));
        worked("overtime-8", pay, "1.50 h × 254.55 × 1.50 = 572.74");
        assertThat(pay.lines()).noneMatch(line -> line.rule().equals("ordinary"));
        assertThat(pay(person(PayKind.MONTHLY, 4_200_000, LocalDate.of(2027, 11, 1)))
                        .hasLines())
                .isFalse();
    }

    @Test
    void days_weeks_and_fees_are_paid_by_the_piece() {
        var daily = person(PayKind.DAILY, 240_000, LocalDate.of(2020, 1, 1));
        worked(
                "day",
                pay(
                        daily,
                        clock(WEDNESDAY, "08:00", "16:00"),
                        clock(WEDNESDAY.plusDays(1), "08:00", "16:00"),
                        clock(WEDNESDAY.plusDays(2), "08:00", "16:00")),
                "3 d × 2,400.00 × 1.00 = 7,200.00");
        var weekly = person(PayKind.WEEKLY, 1_100_000, LocalDate.of(2020, 1, 1));
        worked(
                "week",
                pay(
                        weekly,
                        clock(LocalDate.of(2027, 10, 4), "08:00", "16:00"),
                        clock(LocalDate.of(2027, 10, 5), "08:00", "16:00"),
                        clock(LocalDate.of(2027, 10, 13), "08:00", "16:00")),
                "2 wk × 11,000.00 × 1.00 = 22,000.00");
        var fee = person(PayKind.FEE, 1_500_000, LocalDate.of(2020, 1, 1));
        worked("fee", pay(fee, clock(WEDNESDAY, "08:00", "20:00")), "1 pc × 15,000.00 × 1.00 = 15,000.00");
    }

    @Test
    void pieces_are_paid_taxed_or_not() {
        var work = new Work(
                UUID.randomUUID(),
                WEDNESDAY,
                WorkKind.WORK,
                List.of(),
                STOCKHOLM,
                480,
                0,
                "The Salt Road",
                "410-20",
                1,
                3,
                214_000,
                "",
                "");
        var pay = pay(hourly(), work);
        worked("meal-penalty", pay, "1 pc × 180.00 × 1.00 = 180.00");
        worked("per-diem", pay, "3 d × 260.00 × 1.00 = 780.00");
        worked("mileage", pay, "214.00 km × 2.50 × 1.00 = 535.00");
        assertThat(pay.gross()).isEqualTo(228_000 + 18_000);
        assertThat(pay.reimbursements()).isEqualTo(78_000 + 53_500);
    }

    @Test
    void tax_is_the_sum_over_the_brackets() {
        // a base of 46,352.47: the gross before 2 % that leaves it is 47,298.44
        var pay = pay(new PaidPerson("4711", PayKind.MONTHLY, 4_729_844, LocalDate.of(2020, 1, 1), 0, "E-32", "", ""));
        assertThat(pay.taxable()).isEqualTo(4_635_247);
        assertThat(pay.lines().stream().filter(line -> line.section() == Section.TAX))
                .extracting(Nord::printed)
                .containsExactly(
                        "20,000.00 × −0.20 = −4,000.00",
                        "20,000.00 × −0.30 = −6,000.00",
                        "6,352.47 × −0.38 = −2,413.94")
                .allMatch(page::contains);
        assertThat(pay.tax()).isEqualTo(-1_241_394);
    }

    @Test
    void from_gross_to_net_and_what_the_employer_adds() {
        var bo = new PaidPerson("4711", PayKind.MONTHLY, 4_656_375, LocalDate.of(2020, 1, 1), 1200, "E-32", "Crew", "");
        var pay = pay(bo);
        worked("pension", pay, "46,563.75 × −0.02 = −931.28");
        worked("union-fee", pay, "1 pc × 310.00 × −1.00 = −310.00");
        worked("employers-fee", pay, "46,563.75 × 0.3142 = 14,630.33");
        worked("employers-pension", pay, "46,563.75 × 0.045 = 2,095.37");
        assertThat(pay.taxable()).isEqualTo(4_563_247);
        assertThat(pay.holidayPay()).isEqualTo(558_765);
        assertThat(page).contains("12 % of 46,563.75 = 5,587.65");
        assertThat(pay.net())
                .isEqualTo(pay.gross() + pay.beforeTax() + pay.tax() + pay.afterTax() + pay.reimbursements());
    }

    @Test
    void the_page_names_every_rule_of_the_scheme() {
        assertThat(Nord.json("nord-1").findValuesAsText("rule")).hasSize(20).allSatisfy(rule -> assertThat(page)
                .contains("`" + rule + "`"));
    }

    private static Pay pay(PaidPerson person, Work... works) {
        return Nord.pay(NORD_1, person, works);
    }

    /** 20:00–00:00 and 01:00–06:00: five hours of the clock after the meal are six. */
    private static Work clockChangeNight() {
        return work(
                LocalDate.of(2027, 10, 30),
                List.of(
                        new Spell(Instant.parse("2027-10-30T18:00:00Z"), Instant.parse("2027-10-30T22:00:00Z")),
                        new Spell(Instant.parse("2027-10-30T23:00:00Z"), Instant.parse("2027-10-31T05:00:00Z"))));
    }
}
