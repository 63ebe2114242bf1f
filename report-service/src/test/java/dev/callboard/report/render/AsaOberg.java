package dev.callboard.report.render;

import dev.callboard.report.render.LeaveReport.Balance;
import dev.callboard.report.render.LeaveReport.Entry;
import dev.callboard.report.render.LeaveReport.Kind;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** The leave report of the reference design: seven months earned, eight days taken, two years saved. */
final class AsaOberg {
    private static final LocalDate IMPORTED = LocalDate.of(2027, 5, 4);

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
                new Balance(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31), 0, 1456, -800, 0, 0, 656),
                List.of(
                        new Balance(LocalDate.of(2022, 4, 1), LocalDate.of(2027, 12, 31), 300, 0, 0, 0, 0, 300),
                        new Balance(LocalDate.of(2026, 4, 1), LocalDate.of(2032, 3, 31), 500, 0, -200, 0, 0, 300)),
                100,
                400,
                0,
                300,
                LocalDate.of(2027, 12, 31),
                List.of(
                        entry(day(4, 30), Kind.EARNED, null, null, 208, 208),
                        entry(day(5, 31), Kind.EARNED, null, null, 208, 416),
                        entry(day(6, 7), Kind.PAID, day(6, 7), day(6, 11), -500, -84),
                        entry(day(6, 30), Kind.EARNED, null, null, 208, 124),
                        entry(day(7, 31), Kind.EARNED, null, null, 208, 332),
                        entry(day(8, 9), Kind.PAID, day(8, 9), day(8, 11), -300, 32),
                        entry(day(8, 31), Kind.EARNED, null, null, 208, 240),
                        entry(day(9, 30), Kind.EARNED, null, null, 208, 448),
                        entry(day(10, 31), Kind.EARNED, null, null, 208, 656)),
                List.of(
                        new LeaveReport.Ahead(day(11, 22), day(11, 23), Kind.PAID, IMPORTED, 200),
                        new LeaveReport.Ahead(day(12, 20), day(12, 22), Kind.SAVED, IMPORTED, 300)),
                456,
                300,
                "Eva Strand, payroll, 070-174 06 40, payroll@norrsken.example",
                "Nord 1",
                true);
    }

    private static Entry entry(
            LocalDate date, Kind kind, @Nullable LocalDate from, @Nullable LocalDate to, int days, int balance) {
        return new Entry(date, kind, from, to, from == null ? null : IMPORTED, days, balance);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
