package dev.callboard.report.render;

import dev.callboard.report.render.LeaveReport.Balance;
import dev.callboard.report.render.LeaveReport.Entry;
import dev.callboard.report.render.LeaveReport.Kind;
import dev.callboard.report.render.LeaveReport.Origin;
import dev.callboard.report.render.LeaveReport.Origin.Adjusted;
import dev.callboard.report.render.LeaveReport.Origin.Approved;
import dev.callboard.report.render.LeaveReport.Origin.Imported;

import java.time.LocalDate;
import java.util.List;

/** The leave report of the reference design: seven months earned, eight days taken, half a day adjusted, two years saved. */
final class AsaOberg {

    private AsaOberg() {}

    static LeaveReport leaveReport() {
        return new LeaveReport(
                "019a8c1e-8b05-7e61-a2c4-2086d1f7c390",
                LocalDate.of(2027, 4, 1),
                LocalDate.of(2028, 3, 31),
                LocalDate.of(2027, 10, 31),
                new PaySlip.Employer("Norrsken Produktion AB", "Hamnmagasinet 3, 116 30 Stockholm", "559000-0000"),
                new LeaveReport.Person(
                        "2086", "Åsa Öberg", "standby painter", "Art and props", LocalDate.of(2024, 4, 1)),
                2500,
                500,
                5,
                new Balance(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31), 0, 1456, -800, 50, 0, 706),
                List.of(
                        new Balance(LocalDate.of(2022, 4, 1), LocalDate.of(2027, 12, 31), 300, 0, 0, 0, 0, 300),
                        new Balance(LocalDate.of(2026, 4, 1), LocalDate.of(2032, 3, 31), 500, 0, -200, 0, 0, 300)),
                100,
                400,
                0,
                300,
                LocalDate.of(2027, 12, 31),
                List.of(
                        earned(4, 30, 208),
                        earned(5, 31, 416),
                        entry(Kind.PAID, 7, 11, 6, approved(day(5, 2), day(5, 4)), -500, -84),
                        earned(6, 30, 124),
                        earned(7, 31, 332),
                        entry(Kind.PAID, 9, 11, 8, new Imported(day(7, 1)), -300, 32),
                        earned(8, 31, 240),
                        entry(Kind.SICK, 13, 16, 9, new Imported(day(10, 1)), -400, 240),
                        entry(Kind.UNPAID, 20, 20, 9, approved(day(9, 1), day(9, 2)), -100, 240),
                        earned(9, 30, 448),
                        new Entry(
                                day(10, 4),
                                Kind.ADJUSTED,
                                null,
                                null,
                                new Adjusted("half a day worked on 18 September", "Eva Strand"),
                                50,
                                498),
                        entry(Kind.SAVED, 7, 8, 10, approved(day(9, 20), day(9, 21)), -200, 498),
                        earned(10, 31, 706)),
                List.of(
                        new LeaveReport.Ahead(
                                day(11, 22), day(11, 23), Kind.PAID, approved(day(10, 11), day(10, 12)), 200),
                        new LeaveReport.Ahead(
                                day(12, 20), day(12, 22), Kind.SAVED, approved(day(10, 25), day(10, 26)), 300)),
                506,
                300,
                "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example",
                "Nord 1",
                true);
    }

    private static Entry earned(int month, int day, int balance) {
        return new Entry(day(month, day), Kind.EARNED, null, null, null, 208, balance);
    }

    private static Entry entry(Kind kind, int from, int to, int month, Origin origin, int days, int balance) {
        return new Entry(day(month, from), kind, day(month, from), day(month, to), origin, days, balance);
    }

    private static Origin approved(LocalDate requested, LocalDate approved) {
        return new Approved(requested, approved, "Eva Strand");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
