package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.leave.LeaveYear.Adjustment;
import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Opening;
import dev.callboard.report.payroll.leave.LeaveYear.Rule;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One person's leave up to a day, from the opening balance on; {@code docs/pay-rules.md} works out an example. Days in
 * hundredths. At the end of a leave year some of the paid days that are left are saved and the others lapse; an overdrawn
 * balance goes on into the next year.
 */
final class LeaveLedger {
    /** What a pay run gave and, by hours of kind LEAVE, took in a period. */
    record Earned(LocalDate periodEnd, int earned, int taken) {}

    enum Cause {
        OPENING,
        EARNED,
        ADJUSTED,
        TAKEN,
        BY_HOURS,
        PAID_OUT
    }

    /**
     * @param kind which days it added or took: PAID those of the balance, any other leaves the balance as it was
     * @param booking null unless it was booked by dates
     * @param adjustment null unless it is one
     */
    record Entry(
            LocalDate date,
            Cause cause,
            LeaveKind kind,
            @Nullable Booking booking,
            @Nullable Adjustment adjustment,
            int days,
            int balance) {}

    /** Days saved from the leave year that began then. */
    static final class Saved {
        final LocalDate year;
        final LocalDate expires;
        int opening;
        int taken;
        int adjusted;
        int left;

        /** @param year the one before is where they are from */
        static Saved before(LocalDate year, Rule rule, int days) {
            var lot = new Saved(year.minusYears(1), year.minusDays(1).plusYears(rule.savedYears()));
            lot.opening = days;
            lot.left = days;
            return lot;
        }

        private Saved(LocalDate year, LocalDate expires) {
            this.year = year;
            this.expires = expires;
        }
    }

    private record Event(
            LocalDate date,
            Cause cause,
            @Nullable Booking booking,
            @Nullable Adjustment adjustment,
            int days) {
        Event(LocalDate date, Cause cause, int days) {
            this(date, cause, null, null, days);
        }
    }

    private final Rule rule;
    private LocalDate year;

    int carried;
    int opening;
    int earned;
    int taken;
    int adjusted;
    int paidOut;
    int paid;
    final List<Saved> saved = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final Map<LeaveKind, Integer> counted = new EnumMap<>(LeaveKind.class);
    final List<Booking> ahead = new ArrayList<>();

    private LeaveLedger(Rule rule, LocalDate year) {
        this.rule = rule;
        this.year = year;
    }

    /** The leave year of {@code asOf}, with what it began with. */
    static LeaveLedger of(
            Rule rule,
            @Nullable Opening opening,
            List<Earned> runs,
            List<Booking> bookings,
            List<Adjustment> adjustments,
            LocalDate asOf) {
        var events = events(rule, opening, runs, bookings, adjustments, asOf);
        var last = rule.yearOf(asOf);
        var ledger = new LeaveLedger(rule, events.isEmpty() ? last : rule.yearOf(events.getFirst().date));
        for (var event : events) {
            ledger.turnTo(rule.yearOf(event.date));
            ledger.enter(event);
        }
        ledger.turnTo(last);
        for (var booking : bookings) if (booking.to().isAfter(asOf)) ledger.ahead.add(from(booking, asOf.plusDays(1)));
        ledger.ahead.removeIf(booking -> workingDays(booking) == 0);
        return ledger;
    }

    private static List<Event> events(
            Rule rule,
            @Nullable Opening opening,
            List<Earned> runs,
            List<Booking> bookings,
            List<Adjustment> adjustments,
            LocalDate asOf) {
        var events = new ArrayList<Event>();
        for (var run : runs) {
            events.add(new Event(run.periodEnd, Cause.EARNED, run.earned));
            if (run.taken != 0) events.add(new Event(run.periodEnd, Cause.BY_HOURS, run.taken));
        }
        for (var each : adjustments)
            if (!each.date().isAfter(asOf)) events.add(new Event(each.date(), Cause.ADJUSTED, null, each, each.days()));
        for (var booking : bookings) {
            // the opening balance stands for the days up to its own
            var counted =
                    opening == null ? booking : from(booking, opening.date().plusDays(1));
            for (var piece : byYear(rule, counted, asOf)) {
                int days = workingDays(piece);
                var cause = booking.kind() == LeaveKind.PAID_OUT ? Cause.PAID_OUT : Cause.TAKEN;
                if (days > 0) events.add(new Event(piece.from(), cause, piece, null, days));
            }
        }
        if (opening != null) {
            events.removeIf(event -> !event.date.isAfter(opening.date()));
            events.add(new Event(opening.date(), Cause.OPENING, opening.days()));
        }
        events.sort(Comparator.comparing(Event::date).thenComparing(Event::cause));
        return events;
    }

    /** A booking over the end of a leave year is one in each; after {@code asOf} it is still ahead. */
    private static List<Booking> byYear(Rule rule, Booking booking, LocalDate asOf) {
        var pieces = new ArrayList<Booking>(1);
        var end = booking.to().isAfter(asOf) ? asOf : booking.to();
        for (var from = booking.from(); !from.isAfter(end); ) {
            var yearEnd = rule.yearOf(from).plusYears(1).minusDays(1);
            var to = end.isAfter(yearEnd) ? yearEnd : end;
            pieces.add(booking.of(from, to));
            from = to.plusDays(1);
        }
        return pieces;
    }

    private static Booking from(Booking booking, LocalDate day) {
        return booking.of(booking.from().isBefore(day) ? day : booking.from(), booking.to());
    }

    /** Mondays to Fridays, in hundredths. */
    static int workingDays(Booking booking) {
        return workingDays(booking.from(), booking.to());
    }

    static int workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) days += 100;
        }
        return days;
    }

    private void turnTo(LocalDate next) {
        while (year.isBefore(next)) {
            var end = year.plusYears(1).minusDays(1);
            saved.removeIf(lot -> !lot.expires.isAfter(end));
            for (var lot : saved) {
                lot.opening = lot.left;
                lot.taken = 0;
                lot.adjusted = 0;
            }
            if (paid > 0) {
                saved.add(Saved.before(year.plusYears(1), rule, Math.min(paid, rule.mostSaved())));
                paid = 0;
            }
            saved.removeIf(lot -> lot.left == 0);
            carried = paid;
            opening = earned = taken = adjusted = paidOut = 0;
            entries.clear();
            counted.clear();
            year = year.plusYears(1);
        }
    }

    private void enter(Event event) {
        switch (event.cause) {
            case OPENING -> {
                paid = event.days;
                opening = event.days;
                carried = 0;
                enter(event, event.days);
            }
            case EARNED -> {
                earned += event.days;
                enter(event, event.days);
            }
            case ADJUSTED -> {
                int ofPaid = event.adjustment.kind() == LeaveKind.SAVED ? adjustSaved(event.days) : event.days;
                note(event, LeaveKind.SAVED, event.days - ofPaid);
                adjusted += ofPaid;
                if (ofPaid != 0) enter(event, ofPaid);
            }
            case BY_HOURS -> take(event, event.days);
            case PAID_OUT -> {
                paidOut += event.days;
                enter(event, -event.days);
            }
            case TAKEN -> {
                var kind = event.booking.kind();
                if (kind.fromBalance()) {
                    int ofSaved = kind == LeaveKind.SAVED ? takeSaved(event.days) : 0;
                    note(event, LeaveKind.SAVED, -ofSaved);
                    take(event, event.days - ofSaved);
                } else {
                    counted.merge(kind, event.days, Integer::sum);
                    note(event, kind, -event.days);
                }
            }
        }
    }

    private void take(Event event, int days) {
        if (days == 0) return;
        taken += days;
        enter(event, -days);
    }

    /** @return days that there were */
    private int takeSaved(int days) {
        int found = 0;
        for (var lot : saved) {
            int now = Math.min(lot.left, days - found);
            lot.left -= now;
            lot.taken += now;
            found += now;
        }
        return found;
    }

    /**
     * What is added counts as saved from the year before; what is taken away, from the oldest.
     *
     * @return days to take away that there are not
     */
    private int adjustSaved(int days) {
        if (days > 0) {
            var before = year.minusYears(1);
            if (saved.isEmpty() || !saved.getLast().year.equals(before)) saved.add(Saved.before(year, rule, 0));
            saved.getLast().adjusted += days;
            saved.getLast().left += days;
            return 0;
        }
        int missing = days;
        for (var lot : saved) {
            int now = Math.max(-lot.left, missing);
            lot.left += now;
            lot.adjusted += now;
            missing -= now;
        }
        return missing;
    }

    private void enter(Event event, int change) {
        if (event.cause != Cause.OPENING) paid += change;
        note(event, LeaveKind.PAID, change);
    }

    /** The balance is as it is. */
    private void note(Event event, LeaveKind kind, int change) {
        if (change != 0 || kind == LeaveKind.PAID)
            entries.add(new Entry(event.date, event.cause, kind, event.booking, event.adjustment, change, paid));
    }

    int savedLeft() {
        return saved.stream().mapToInt(lot -> lot.left).sum();
    }
}
