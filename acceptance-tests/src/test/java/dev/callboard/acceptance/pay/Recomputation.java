package dev.callboard.acceptance.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/pay-rules.md}, section by section, for one period. */
record Recomputation(YearMonth period) {
    private static final long GUARANTEED = 4 * 60;
    private static final long ORDINARY = 8 * 60;
    private static final long LONG_DAY = 10 * 60;
    private static final BigDecimal MEAL_PENALTY = new BigDecimal("180.00");
    private static final BigDecimal PER_DIEM = new BigDecimal("260.00");
    private static final BigDecimal KILOMETRE = new BigDecimal("2.50");
    private static final BigDecimal UNION_FEE = new BigDecimal("-310.00");
    private static final BigDecimal PENSION = new BigDecimal("-0.02");
    private static final BigDecimal BRACKET = new BigDecimal("20000.00");

    /** The three rates of a table, in per cent. */
    private static final Map<String, List<String>> TAX = Map.of(
            "E-28", List.of("0.16", "0.26", "0.34"),
            "E-30", List.of("0.18", "0.28", "0.36"),
            "E-32", List.of("0.20", "0.30", "0.38"),
            "E-34", List.of("0.22", "0.32", "0.40"));

    Slip of(Employee employee, List<Work> works) {
        var earnings = new Earnings();
        longRate(employee, works, earnings);
        var days = works.stream()
                .filter(work -> work.kind().equals("WORK"))
                .collect(Collectors.groupingBy(Work::day, TreeMap::new, Collectors.toList()));
        days.values().forEach(day -> day(employee, day, earnings));
        for (var work : works) other(employee, work, earnings);
        return slip(employee, earnings);
    }

    private void longRate(Employee employee, List<Work> works, Earnings earnings) {
        var worked = works.stream().filter(work -> work.kind().equals("WORK")).toList();
        switch (employee.payKind()) {
            case "MONTHLY" -> salary(employee, works, earnings);
            case "DAILY" -> {
                var seen = new HashSet<LocalDate>();
                for (var work : worked)
                    if (seen.add(work.day())) earnings.add(work, "day", BigDecimal.ONE, employee.rate(), "1.00");
            }
            case "WEEKLY" -> {
                var seen = new HashSet<LocalDate>();
                for (var work : worked)
                    if (seen.add(work.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))))
                        earnings.add(work, "week", BigDecimal.ONE, employee.rate(), "1.00");
            }
            case "FEE" -> {
                if (!worked.isEmpty()) earnings.add(worked.getFirst(), "fee", BigDecimal.ONE, employee.rate(), "1.00");
            }
            default -> {} // by the hour, below
        }
    }

    private void salary(Employee employee, List<Work> works, Earnings earnings) {
        var none = new Work(employee.number(), "", period.atDay(1), "", "", List.of(), null, 0, 0, null);
        if (employee.startedOn().isAfter(period.atEndOfMonth())) return;
        if (!employee.startedOn().isAfter(period.atDay(1))) {
            earnings.add(none, "salary", BigDecimal.ONE, employee.rate(), "1.00");
            return;
        }
        int days = period.lengthOfMonth() - employee.startedOn().getDayOfMonth() + 1;
        var daily = Money.divided(employee.rate(), period.lengthOfMonth());
        earnings.add(none, "salary", BigDecimal.valueOf(days), daily, "1.00");
    }

    /** All of one working day, in the order of the clock: overtime is paid where it arose. */
    private void day(Employee employee, List<Work> works, Earnings earnings) {
        var rate = employee.hourly();
        boolean byTheHour = employee.payKind().equals("HOURLY");
        long before = 0;
        Work last = null;
        for (var work : works.stream().sorted(Comparator.comparing(Work::start)).toList()) {
            long minutes = work.spells().stream()
                    .mapToLong(spell -> minutes(spell.from(), spell.to()))
                    .sum();
            long after = before + minutes;
            if (byTheHour) earnings.addMinutes(work, "ordinary", within(before, after, 0, ORDINARY), rate, "1.00");
            earnings.addMinutes(work, "overtime-8", within(before, after, ORDINARY, LONG_DAY), rate, "1.50");
            earnings.addMinutes(work, "overtime-10", within(before, after, LONG_DAY, Long.MAX_VALUE), rate, "2.00");
            for (var spell : work.spells()) {
                earnings.addMinutes(work, "night", night(spell), rate, "0.25");
                earnings.addMinutes(work, "sunday", sunday(spell), rate, "0.50");
            }
            before = after;
            last = work;
        }
        if (byTheHour && before < GUARANTEED && before > 0)
            earnings.addMinutes(last, "guaranteed-day", GUARANTEED - before, rate, "1.00");
    }

    /** How much of the minutes from–to lies between two marks. */
    private static long within(long from, long to, long low, long high) {
        return Math.max(0, Math.min(to, high) - Math.max(from, low));
    }

    /** 22:00 to 06:00 by the clock of the place, on every date that the spell touches. */
    private static long night(Work.Spell spell) {
        long minutes = 0;
        var first = spell.from().toLocalDate().minusDays(1);
        for (var date = first; !date.isAfter(spell.to().toLocalDate()); date = date.plusDays(1)) {
            var zone = spell.from().getZone();
            minutes += overlap(
                    spell,
                    date.atTime(22, 0).atZone(zone),
                    date.plusDays(1).atTime(LocalTime.of(6, 0)).atZone(zone));
        }
        return minutes;
    }

    private static long sunday(Work.Spell spell) {
        long minutes = 0;
        var zone = spell.from().getZone();
        for (var date = spell.from().toLocalDate(); !date.isAfter(spell.to().toLocalDate()); date = date.plusDays(1))
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY)
                minutes +=
                        overlap(spell, date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone));
        return minutes;
    }

    private static long overlap(Work.Spell spell, ZonedDateTime from, ZonedDateTime to) {
        var later = spell.from().isAfter(from) ? spell.from() : from;
        var earlier = spell.to().isBefore(to) ? spell.to() : to;
        return later.isBefore(earlier) ? minutes(later, earlier) : 0;
    }

    private static long minutes(ZonedDateTime from, ZonedDateTime to) {
        return Duration.between(from, to).toMinutes();
    }

    private void other(Employee employee, Work work, Earnings earnings) {
        switch (work.kind()) {
            case "LEAVE" -> {
                if (employee.payKind().equals("HOURLY"))
                    earnings.add(work, "leave", work.amount(), employee.hourly(), "1.00");
            }
            case "TRAVEL" -> earnings.add(work, "travel", work.amount(), employee.hourly(), "1.00");
            case "CORRECTION" -> {
                var named =
                        YearMonth.from(work.day()).equals(period) ? period.minusMonths(1) : YearMonth.from(work.day());
                earnings.add(work, "correction", work.amount(), employee.hourly(), "1.00", named.toString());
            }
            case "PER_DIEM" -> earnings.add(work, "per-diem", work.amount(), PER_DIEM, "1.00");
            case "MILEAGE" -> mileage(work, work.amount(), earnings);
            default -> {
                var pieces = BigDecimal.valueOf(work.mealPenalties());
                earnings.add(work, "meal-penalty", pieces, MEAL_PENALTY, "1.00");
                earnings.add(work, "per-diem", BigDecimal.valueOf(work.perDiems()), PER_DIEM, "1.00");
                mileage(work, work.kilometres(), earnings);
            }
        }
    }

    private static void mileage(Work work, BigDecimal kilometres, Earnings earnings) {
        earnings.add(work, "mileage", kilometres.setScale(2, RoundingMode.HALF_UP), KILOMETRE, "1.00");
    }

    private static Slip slip(Employee employee, Earnings earnings) {
        var gross = earnings.gross();
        var pension = Money.rounded(gross.max(Money.NOTHING).multiply(PENSION));
        boolean organised = employee.agreement().equalsIgnoreCase("CREW") && gross.signum() > 0;
        return new Slip(
                gross,
                pension,
                tax(employee.taxTable(), gross.add(pension)),
                organised ? UNION_FEE : Money.NOTHING,
                earnings.reimbursements());
    }

    /** Each part of the base by the rate of its bracket, rounded by itself. */
    private static BigDecimal tax(String table, BigDecimal base) {
        var tax = Money.NOTHING;
        var left = base;
        for (var rate : TAX.get(table)) {
            boolean lastBracket = rate.equals(TAX.get(table).getLast());
            var part = lastBracket ? left : left.min(BRACKET);
            if (part.signum() <= 0) break;
            tax = tax.subtract(Money.rounded(part.multiply(new BigDecimal(rate))));
            left = left.subtract(part);
        }
        return tax;
    }
}
