package dev.callboard.report.payroll.rule;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What earlier runs did for one employee: nothing is paid twice, and nothing is lost.
 *
 * @param paid work that they paid, of the weeks of the new work and the day before each: a week goes on where it was
 * @param salariesWithheld months whose salary was calculated and kept back, because she could not be paid then
 * @param feesPaid months whose fee was paid
 */
public record Earlier(List<Work> paid, List<YearMonth> salariesWithheld, Set<YearMonth> feesPaid) {
    public static final Earlier NOTHING = new Earlier(List.of(), List.of(), Set.of());

    public Earlier withPaid(List<Work> works) {
        return new Earlier(works, salariesWithheld, feesPaid);
    }
}
