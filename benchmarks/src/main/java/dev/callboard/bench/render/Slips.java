package dev.callboard.bench.render;

import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlip.Balance;
import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Earning;
import dev.callboard.report.render.PaySlip.Line;
import dev.callboard.report.render.PaySlip.Production;
import dev.callboard.report.render.PaySlip.Sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Slips of the reference design's shape (two productions, a night, a correction: 14 lines with benefits, deductions and
 * tax steps), with other people, hours and amounts in each. The same on every run.
 */
final class Slips {
    private static final String[] GIVEN = {"Bo", "Åsa", "Zoë", "José", "Jürgen", "Hedda", "Eva", "Søren", "Ana", "Inés"
    };
    private static final String[] FAMILY = {
        "Ekdahl", "Öberg", "Müller", "Ñúñez", "Strand", "Lindqvist", "Groß", "Ångström", "Pereira", "Bergström"
    };
    private static final String[] TRADES = {"best boy grip", "gaffer", "stunt rigger", "standby painter", "1st AD"};

    private final SplittableRandom random = new SplittableRandom(2027);

    List<PaySlip> slips(int count) {
        var slips = new ArrayList<PaySlip>(count);
        for (int at = 0; at < count; at++) slips.add(slip(1000 + at));
        return slips;
    }

    private PaySlip slip(int number) {
        long rate = random.nextLong(180, 420) * 100;
        var saltRoad = production(
                "The Salt Road",
                "cost code 410-20 Grip",
                "The Salt Road",
                false,
                List.of(
                        earning(18, 30, 11, "Ordinary time, 11 days", 8000, 1200, "h", rate, 100),
                        earning(18, 30, 11, "Overtime, first 2 h of a day", 1000, 900, "h", rate, 150),
                        earning(20, 27, 2, "Overtime, after 10 h", 100, 400, "h", rate, 200),
                        earning(30, 31, 1, "Night supplement 22:00–06:00, clocks back", 700, 200, "h", rate, 25),
                        earning(31, 31, 1, "Sunday supplement, from 00:00", 500, 200, "h", rate, 50),
                        earning(27, 27, 1, "Meal penalty", 100, 1, "pc", 18000, 100)));
        var vinterljus = production(
                "Vinterljus",
                "cost code 220-14 Grip",
                "Vinterljus",
                false,
                List.of(
                        earning(4, 8, 5, "Ordinary time, 5 days", 3600, 500, "h", rate, 100),
                        earning(6, 7, 2, "Overtime, first 2 h of a day", 200, 250, "h", rate, 150)));
        var corrections = production(
                "Corrections",
                "period September 2027, cost code 220-14",
                "corrections",
                true,
                List.of(earning(14, 14, 1, "Overtime entered twice, slip 2027-09-4698", -300, 200, "h", rate, 150)));
        var productions = List.of(saltRoad, vinterljus, corrections);
        long gross = productions.stream().mapToLong(Production::sum).sum();
        long pension = -gross / 50;
        long taxable = gross + 72000 + pension;
        long tax = -(400000 + 600000 + (taxable - 4000000) * 38 / 100);
        long net = taxable - 72000 + tax - 31000 + 53500;
        long fee = gross * 3142 / 10000;
        return new PaySlip(
                new UUID(0x019a8c1e7d427000L | number, 0x9f3b000000000000L | random.nextLong() >>> 4).toString(),
                "2027-10-" + number,
                new PaySlip.Employer("Norrsken Produktion AB", "Hamnmagasinet 3, 116 30 Stockholm", "559000-0000"),
                new PaySlip.Employee(
                        Integer.toString(number),
                        one(GIVEN) + " " + one(FAMILY),
                        one(TRADES),
                        "Repslagargatan " + random.nextInt(1, 99) + ", 118 46 Stockholm",
                        "E-32",
                        "•••• ••" + random.nextInt(10, 99),
                        "•••• " + random.nextInt(1000, 9999)),
                new PaySlip.Run(october(1), october(31), LocalDate.of(2027, 11, 25), "SEK", 2, "September"),
                new PaySlip.Hours(random.nextLong(8000, 9000), random.nextLong(1000, 1300)),
                productions,
                sum(gross),
                List.of(
                        new Line("Taxable benefit: meals on location", new Basis.Count(600, "", 12000), 72000, 576000L),
                        new Line(
                                "Deduction before tax: pension, own share",
                                new Basis.PercentOf(200, gross),
                                pension,
                                pension * 8)),
                sum(taxable),
                List.of(
                        new Line("Tax, table E-32, 0 to 20,000", new Basis.ShareAt(2000000, 2000), -400000, null),
                        new Line("Tax, table E-32, 20,000 to 40,000", new Basis.ShareAt(2000000, 3000), -600000, null),
                        new Line(
                                "Tax, table E-32, above 40,000",
                                new Basis.ShareAt(taxable - 4000000, 3800),
                                tax + 1000000,
                                null)),
                sum(tax),
                List.of(
                        new Line("Deduction after tax: union fee", new Basis.Words("October"), -31000, -310000L),
                        new Line("Reimbursed, not taxed: mileage", new Basis.Count(21400, "km", 250), 53500, 442250L)),
                sum(net),
                new PaySlip.Leave(
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2028, 3, 31),
                        october(31),
                        List.of(new Balance("Paid", random.nextLong(800, 1200), 208, -100, 1158, null))),
                new PaySlip.HolidayPay(1200, gross, gross * 12 / 100),
                new PaySlip.EmployerCost(
                        List.of(new Line("Employer’s fee, 31.42 %", new Basis.Words(""), fee, null)), fee),
                new PaySlip.Foot(
                        "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example",
                        LocalDate.of(2027, 12, 9),
                        "Nord 1",
                        true));
    }

    private Sum sum(long amount) {
        return new Sum(amount, amount * 8 + random.nextLong(100_000));
    }

    private static Production production(
            String title, String detail, String sumName, boolean corrections, List<Earning> earnings) {
        long sum = earnings.stream().mapToLong(Earning::amount).sum();
        return new Production(title, detail, sumName, corrections, earnings, sum);
    }

    /** @param quantity at least, and {@code spread} more at most; hundredths */
    private Earning earning(
            int first,
            int last,
            int days,
            String kind,
            long quantity,
            long spread,
            String unit,
            long rate,
            int factor) {
        long worked = quantity + random.nextLong(spread);
        return new Earning(
                october(first),
                october(last),
                days,
                kind,
                worked,
                unit,
                rate,
                factor,
                worked * rate / 100 * factor / 100);
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2027, 10, day);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
