package dev.callboard.report.payroll.rule;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Pay rules as data; {@code docs/pay-rules.md} works out an example of each. Money in minor units of {@link #currency},
 * percentages and factors in basis points.
 *
 * @param example true for a packaged scheme, which is no country's law and says so on every slip
 * @param timeStepMinutes to which the beginning and end of every spell are rounded: 3 is 0.05 h, so that printed hours
 *     multiply exactly
 * @param texts of the rules in other languages: language tag, rule, words
 * @param weekOvertime of what is ordinary time by the day; empty without
 * @param sixthDay whole pay of the hours of the sixth day with work of a calendar week
 * @param longWeekMinutes worked in a week from which the pay run names the person
 * @param benefits the kinds that are taxed with the pay; empty without
 */
public record PayScheme(
        String id,
        int version,
        String name,
        boolean example,
        String notice,
        String currency,
        int timeStepMinutes,
        int longWeekMinutes,
        HourlyRateOf hourlyRateOf,
        Plain ordinary,
        Guaranteed guaranteedDay,
        List<Overtime> overtime,
        List<Overtime> weekOvertime,
        @Nullable Supplement sixthDay,
        @Nullable Supplement seventhDay,
        Night night,
        Supplement sunday,
        @Nullable BrokenRest brokenRest,
        Supplement travel,
        @Nullable Supplement standby,
        @Nullable Cancellation cancellation,
        Supplement leave,
        Plain correction,
        Plain salary,
        Plain day,
        Plain week,
        Plain fee,
        Allowance mealPenalty,
        @Nullable Allowance kitRentalTaxable,
        Allowance perDiem,
        Allowance mileage,
        @Nullable Allowance kitRental,
        Share pension,
        List<AgreementFee> agreementFees,
        List<Benefit> benefits,
        List<Share> employerCosts,
        LeaveYear leaveYear,
        Accounts accounts,
        Map<String, TaxTable> taxTables,
        Map<String, Map<String, String>> texts) {

    public PayScheme {
        weekOvertime = Objects.requireNonNullElse(weekOvertime, List.of());
        benefits = Objects.requireNonNullElse(benefits, List.of());
    }

    /** Hours by which a rate per month, week or day is divided, for what is paid by the hour on top of it. */
    public record HourlyRateOf(int hoursOfMonth, int hoursOfWeek, int hoursOfDay) {}

    /** What a line of the slip comes from: an id, and the words that are printed. */
    public sealed interface Rule {
        String rule();

        String text();
    }

    public record Plain(String rule, String text) implements Rule {}

    public record Guaranteed(String rule, String text, int minutes) implements Rule {}

    /** Work of a day, or of a week, beyond {@code afterMinutes}, up to the next step. */
    public record Overtime(String rule, String text, int afterMinutes, int factor) implements Rule {}

    /** Local wall times; {@code to} is on the next day when it is not after {@code from}. */
    public record Night(String rule, String text, LocalTime from, LocalTime to, int factor) implements Rule {}

    public record Supplement(String rule, String text, int factor) implements Rule {}

    /** What is missing of {@code minutes} between the end of one working day and the beginning of the next. */
    public record BrokenRest(String rule, String text, int minutes, int factor) implements Rule {}

    /** @param steps the shortest notice first */
    public record Cancellation(String rule, String text, List<Notice> steps) implements Rule {
        /** Of the planned time; 0 if the notice was long enough. */
        int factor(long noticeMinutes) {
            for (var step : steps) if (noticeMinutes < step.underMinutes) return step.factor;
            return 0;
        }
    }

    public record Notice(int underMinutes, int factor) {}

    /** @param rate minor units per piece, day or kilometre */
    public record Allowance(String rule, String text, long rate) implements Rule {}

    public record Share(String rule, String text, int basisPoints) implements Rule {}

    /** A fixed deduction after tax from everyone whom the agreement covers and who earned something. */
    public record AgreementFee(String rule, String text, String agreement, long amount) implements Rule {}

    /**
     * A kind of benefit in kind, which is taxed with the pay. The slip says that it is one and names it by the text.
     *
     * @param employerCosts rules of those that are due on it too, beside gross
     * @param account of the journal that its worth is charged to
     * @param counterAccount that the same is credited to: the lodging itself was paid and booked elsewhere
     */
    public record Benefit(String rule, String text, List<String> employerCosts, String account, String counterAccount)
            implements Rule {}

    /**
     * @param mostSaved hundredths of days that may be left at its end and are saved; what is left beyond them lapses
     * @param savedYears for which saved days may be taken
     */
    public record LeaveYear(int firstMonth, int mostSaved, int savedYears) {
        /**
         * Hundredths of days: what is earned up to the end of the month less what is up to its beginning, both rounded
         * half up, so that the twelve months of a leave year make the annual days exactly. Of 25.00 days the first month
         * makes 2.08 and the second 2.09.
         */
        public int earned(int annual, YearMonth month) {
            int before = Math.floorMod(month.getMonthValue() - firstMonth, 12);
            return (int) (Amounts.halfUp((before + 1L) * annual, 12) - Amounts.halfUp((long) before * annual, 12));
        }
    }

    /** Account numbers of the journal. */
    public record Accounts(
            String wages,
            String reimbursements,
            String employerCost,
            String taxOwed,
            String deductionsOwed,
            String employerCostOwed,
            String netOwed) {}

    public record TaxTable(String text, List<Bracket> brackets) {}

    /** @param upTo minor units of the taxable base; absent on the last bracket */
    public record Bracket(Optional<Long> upTo, int basisPoints) {}

    /** Whether it has a rule for rows of this kind. */
    public boolean pays(WorkKind kind) {
        return switch (kind) {
            case STANDBY -> standby != null;
            case CANCELLATION -> cancellation != null;
            case KIT_RENTAL -> kitRental != null;
            case KIT_RENTAL_TAXABLE -> kitRentalTaxable != null;
            case WORK, TRAVEL, LEAVE, CORRECTION, PER_DIEM, MILEAGE -> true;
            case BENEFIT -> !benefits.isEmpty();
        };
    }

    boolean pays(Work work) {
        return work.kind() == WorkKind.BENEFIT ? benefit(work.benefit()).isPresent() : pays(work.kind());
    }

    public Optional<Benefit> benefit(String rule) {
        return benefits.stream().filter(kind -> kind.rule().equals(rule)).findFirst();
    }

    /** What an hour of this person is worth, rounded half up to the minor unit where the rate is for a longer time. */
    public long hourlyRate(PaidPerson person) {
        return switch (person.payKind()) {
            case HOURLY -> person.rate();
            case DAILY -> Amounts.halfUp(person.rate(), hourlyRateOf.hoursOfDay());
            case WEEKLY -> Amounts.halfUp(person.rate(), hourlyRateOf.hoursOfWeek());
            case MONTHLY -> Amounts.halfUp(person.rate(), hourlyRateOf.hoursOfMonth());
            case FEE -> 0;
        };
    }
}
