package dev.callboard.report.render;

import dev.callboard.report.render.TaxSummary.Month;
import dev.callboard.report.render.TaxSummary.Sums;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What Norrsken Produktion AB owes for 2027: tax, leave, and its October pay run. */
final class Norrsken2027 {
    private static final PaySlip.Employer EMPLOYER =
            new PaySlip.Employer("Norrsken Produktion AB", "Hamnmagasinet 3, 116 30 Stockholm", "559000-0000");
    private static final String CONTACT = "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example";

    private Norrsken2027() {}

    static TaxSummary taxSummary(long octoberOfRun) {
        return new TaxSummary(
                "019a8c1e-a4c2-7d10-8e11-55900000202e",
                2027,
                LocalDate.of(2027, 11, 25),
                true,
                EMPLOYER,
                "SEK",
                2,
                List.of(
                        month(8, new Sums(238, 1_046_352_10L, 279_880_21L, 375_860_55L), 1_046_352_10L),
                        month(9, new Sums(9_860, 398_412_705_40L, 99_603_176_35L, 143_110_243_62L), 398_412_705_40L),
                        month(10, new Sums(9_997, 412_903_311_75L, 104_551_960_08L, 148_314_869_58L), octoberOfRun)),
                CONTACT,
                "Nord 1",
                true);
    }

    private static Month month(int month, Sums slips, long baseOfRun) {
        return new Month(
                LocalDate.of(2027, month, 1),
                LocalDate.of(2027, month + 1, 25),
                slips,
                new Sums(slips.count(), baseOfRun, slips.tax(), slips.cost()));
    }

    static LeaveSummary leaveSummary() {
        return new LeaveSummary(
                "019a8c1e-a4c2-7d10-8e11-55900000202f",
                LocalDate.of(2027, 4, 1),
                LocalDate.of(2027, 10, 31),
                EMPLOYER,
                "SEK",
                2,
                List.of(
                        new LeaveSummary.Department("grip", 2, 0, -150, 0, -3_420_00L),
                        new LeaveSummary.Department("art and props", 3, 50, 2_108, 600, 54_160_00L),
                        new LeaveSummary.Department("camera", 4, 0, 3_550, 1_000, 109_200_00L)),
                List.of(new LeaveSummary.Overdrawn("4711", "Bo Ekdahl", "grip", -300, -6_840_00L)),
                CONTACT,
                "Nord 1",
                true);
    }

    /** @param slips each of 8 h at 285.00 */
    static PayRegister payRegister(int slips) {
        var each = new PayRegister.Sums(480, 2_280_00, -45_60, 2_234_40, -446_88, -310_00, 0, 1_477_52);
        return new PayRegister(
                "019a8c1e-a4c2-7d10-8e11-559000002030",
                LocalDate.of(2027, 10, 1),
                LocalDate.of(2027, 11, 25),
                EMPLOYER,
                "SEK",
                2,
                IntStream.rangeClosed(1, slips)
                        .mapToObj(at -> new PayRegister.Row(
                                "E%05d".formatted(at), at % 7 == 0 ? "Γιώργος Νίκου" : "Åsa Öberg", each))
                        .toList(),
                new PayRegister.Sums(
                        480L * slips,
                        2_280_00L * slips,
                        -45_60L * slips,
                        2_234_40L * slips,
                        -446_88L * slips,
                        -310_00L * slips,
                        0,
                        1_477_52L * slips),
                CONTACT,
                "Nord 1",
                true);
    }
}
