package dev.callboard.report.render;

import dev.callboard.report.render.PaySlip.Balance;
import dev.callboard.report.render.PaySlip.Basis;
import dev.callboard.report.render.PaySlip.Earning;
import dev.callboard.report.render.PaySlip.Line;
import dev.callboard.report.render.PaySlip.Production;
import dev.callboard.report.render.PaySlip.Sum;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The slip of the reference design: two productions, a night across the clock change, a correction. */
final class BoEkdahl {
    private static final long GROSS = 4656375;

    private BoEkdahl() {}

    static PaySlip slip() {
        return slipOf("Bo Ekdahl");
    }

    static PaySlip slipOf(String name) {
        return slip(name, List.of(saltRoad(), vinterljus(), corrections()));
    }

    /** @param lines of one production, far more than a page holds; what is left of the same gross is in another */
    static PaySlip slipWithEarnings(int lines) {
        var earnings = IntStream.range(0, lines)
                .mapToObj(at -> earning(1 + at % 30, 1 + at % 30, 1, "Piece " + (at + 1), 100, "pc", 100, 100, 100))
                .toList();
        var pieces = new Production("The Salt Road", "cost code 1", "The Salt Road", false, earnings, lines * 100L);
        long left = GROSS - lines * 100L;
        var month = List.of(earning(1, 31, 1, "Salary, October", 100, "pc", left, 100, left));
        return slip(
                "Bo Ekdahl",
                List.of(pieces, new Production("Vinterljus", "cost code 2", "Vinterljus", false, month, left)));
    }

    private static Production saltRoad() {
        return new Production(
                "The Salt Road",
                "cost code 410-20 Grip",
                "The Salt Road",
                false,
                List.of(
                        earning(18, 30, 11, "Ordinary time, 11 days", 8800, "h", 28500, 100, 2508000),
                        earning(18, 30, 11, "Overtime, first 2 h of a day", 1450, "h", 28500, 150, 619875),
                        earning(20, 27, 2, "Overtime, after 10 h", 325, "h", 28500, 200, 185250),
                        earning(30, 31, 1, "Night supplement 22:00–06:00, clocks back", 800, "h", 28500, 25, 57000),
                        earning(31, 31, 1, "Sunday supplement, from 00:00", 600, "h", 28500, 50, 85500),
                        earning(27, 27, 1, "Meal penalty", 100, "pc", 18000, 100, 18000)),
                3473625);
    }

    private static Production vinterljus() {
        return new Production(
                "Vinterljus",
                "cost code 220-14 Grip",
                "Vinterljus",
                false,
                List.of(
                        earning(4, 8, 5, "Ordinary time, 5 days", 4000, "h", 28500, 100, 1140000),
                        earning(6, 7, 2, "Overtime, first 2 h of a day", 300, "h", 28500, 150, 128250)),
                1268250);
    }

    private static Production corrections() {
        var september = LocalDate.of(2027, 9, 14);
        return new Production(
                "Corrections",
                "period September 2027, cost code 220-14",
                "corrections",
                true,
                List.of(new Earning(
                        september,
                        september,
                        1,
                        "Overtime entered twice, slip 2027-09-4698",
                        -200,
                        "h",
                        28500,
                        150,
                        -85500)),
                -85500);
    }

    private static Earning earning(
            int first,
            int last,
            int days,
            String kind,
            long quantity,
            String unit,
            long rate,
            long factor,
            long amount) {
        return new Earning(october(first), october(last), days, kind, quantity, unit, rate, factor, amount);
    }

    private static LocalDate october(int day) {
        return LocalDate.of(2027, 10, day);
    }

    private static PaySlip slip(String name, List<Production> productions) {
        return new PaySlip(
                "019a8c1e-7d42-7c10-9f3b-4711b0e2a5d6",
                "2027-10-4711",
                new PaySlip.Employer("Norrsken Produktion AB", "Hamnmagasinet 3, 116 30 Stockholm", "559000-0000"),
                new PaySlip.Employee(
                        "4711",
                        name,
                        "best boy grip",
                        "Repslagargatan 19, 118 46 Stockholm",
                        "E-32",
                        "•••• ••17",
                        "•••• 1234"),
                new PaySlip.Run(october(1), october(31), LocalDate.of(2027, 11, 25), "SEK", 2, "September"),
                new PaySlip.Hours(8805, 1125),
                productions,
                new Sum(GROSS, 35942815),
                List.of(
                        new Line("Taxable benefit: meals on location", new Basis.Count(600, "", 12000), 72000, 576000L),
                        new Line(
                                "Deduction before tax: pension, own share",
                                new Basis.PercentOf(200, GROSS),
                                -93128,
                                -718857L)),
                new Sum(4635247, 35799958),
                List.of(
                        new Line("Tax, table E-32, 0 to 20,000", new Basis.ShareAt(2000000, 2000), -400000, null),
                        new Line("Tax, table E-32, 20,000 to 40,000", new Basis.ShareAt(2000000, 3000), -600000, null),
                        new Line("Tax, table E-32, above 40,000", new Basis.ShareAt(635247, 3800), -241394, null)),
                new Sum(-1241394, -9253649),
                List.of(
                        new Line("Deduction after tax: union fee", new Basis.Words("October"), -31000, -310000L),
                        new Line(
                                "Deduction after tax: advance of 9 Oct repaid", new Basis.Words(""), -150000, -150000L),
                        new Line("Less received in kind: meals", new Basis.Count(600, "", 12000), -72000, -576000L),
                        new Line(
                                "Reimbursed, not taxed: per diem", new Basis.Count(300, "days", 26000), 78000, 546000L),
                        new Line("Reimbursed, not taxed: mileage", new Basis.Count(21400, "km", 250), 53500, 442250L),
                        new Line(
                                "Reimbursed, not taxed: kit rental",
                                new Basis.Count(1100, "days", 15000),
                                165000,
                                1155000L)),
                new Sum(3437353, 27653559),
                new PaySlip.Leave(
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2028, 3, 31),
                        october(31),
                        List.of(
                                new Balance("Paid", 1050, 208, -100, 1158, null),
                                new Balance("Saved", 400, 0, 0, 400, "oldest expires 31 Mar 2028"))),
                new PaySlip.HolidayPay(1200, GROSS, 558765),
                new PaySlip.EmployerCost(
                        List.of(
                                new Line("Employer’s fee, 31.42 %", new Basis.PercentOf(3142, 4728375), 1485655, null),
                                new Line("Pension, 4.5 %", new Basis.PercentOf(450, GROSS), 209537, null)),
                        1695192),
                new PaySlip.Foot(
                        "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example",
                        LocalDate.of(2027, 12, 9),
                        "Nord 1",
                        true));
    }
}
