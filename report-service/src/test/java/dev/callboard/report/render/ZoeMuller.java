package dev.callboard.report.render;

import dev.callboard.report.render.TaxReport.Month;
import dev.callboard.report.render.TaxReport.Sums;

import java.time.LocalDate;
import java.util.List;

/** The tax deduction report of the reference design: eight slips of 2027, one of them with a correction. */
final class ZoeMuller {
    private ZoeMuller() {}

    static TaxReport taxReport() {
        return taxReport(
                "Zoë Müller",
                List.of(
                        month(1, 3_184_000, 0, -63_680, -736_096, 0),
                        month(2, 4_012_050, 24_000, -80_241, -986_743, 26_000),
                        month(3, 2_870_000, 0, -57_400, -643_780, 0),
                        month(4, 4_425_075, 36_000, -88_502, -1_141_578, 52_000),
                        month(5, 3_690_000, 12_000, -73_800, -888_460, 0),
                        month(8, 4_108_800, 0, -82_176, -1_010_117, 78_000),
                        month(9, 4_577_525, 48_000, -91_551, -1_202_910, 104_000),
                        month(10, 5_036_240, 60_000, -100_725, -1_378_296, 130_000)));
    }

    static TaxReport taxReport(String name, List<Month> months) {
        var total = months.stream().map(Month::sums).reduce(new Sums(0, 0, 0, 0, 0, 0, 0), Sums::plus);
        return new TaxReport(
                "019a8c1e-91aa-7b28-b6d0-3310e84f02c7",
                2027,
                LocalDate.of(2027, 11, 25),
                true,
                new PaySlip.Employer("Norrsken Produktion AB", "Hamnmagasinet 3, 116 30 Stockholm", "559000-0000"),
                new TaxReport.Person("3310", name, "stunt rigger", "Lotsgatan 8, 116 42 Stockholm", "•••• ••62"),
                "SEK",
                2,
                List.of(
                        new TaxReport.Spell(day(1, 11), day(5, 28), "Vinterljus"),
                        new TaxReport.Spell(day(8, 2), day(9, 30), "Vinterljus"),
                        new TaxReport.Spell(day(10, 1), day(10, 31), "The Salt Road")),
                null,
                months,
                total,
                List.of("union fee"),
                List.of(new TaxReport.TaxTable(
                        "E-32",
                        day(1, 1),
                        day(12, 31),
                        List.of(
                                new TaxReport.Bracket(2_000_000L, 2000),
                                new TaxReport.Bracket(4_000_000L, 3000),
                                new TaxReport.Bracket(null, 3800)))),
                List.of(new TaxReport.Correction(
                        day(10, 1), "2027-09-3310", "Rigging day 22 Sep, late time card", 228_000)),
                total.taxable(),
                "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example",
                "Nord 1",
                true);
    }

    static Month month(int month, long gross, long benefits, long beforeTax, long tax, long notTaxed) {
        return new Month(
                day(month, 1),
                day(month + 1, 25),
                "2027-%02d-3310".formatted(month),
                month == 10,
                new Sums(gross, benefits, beforeTax, gross + benefits + beforeTax, tax, -31_000, notTaxed));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
