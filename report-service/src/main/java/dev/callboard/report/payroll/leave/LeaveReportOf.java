package dev.callboard.report.payroll.leave;

import dev.callboard.report.payroll.leave.LeaveYear.Booking;
import dev.callboard.report.payroll.leave.LeaveYear.Person;
import dev.callboard.report.render.LeaveReport;
import dev.callboard.report.render.LeaveReport.Balance;
import dev.callboard.report.render.LeaveReport.Kind;
import dev.callboard.report.render.LeaveReport.Origin;
import dev.callboard.report.render.LeaveReport.Origin.Adjusted;
import dev.callboard.report.render.LeaveReport.Origin.Approved;
import dev.callboard.report.render.LeaveReport.Origin.Imported;
import dev.callboard.report.render.PaySlip;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

import static dev.callboard.report.render.Characters.named;

/** Puts one person's ledger on a report. */
final class LeaveReportOf {
    private static final int SOON_DAYS = 90;

    private final LeaveYear year;
    private final Person person;
    private final LeaveLedger ledger;

    LeaveReportOf(LeaveYear year, Person person, LeaveLedger ledger) {
        this.year = year;
        this.person = person;
        this.ledger = ledger;
    }

    LeaveReport report(UUID documentId) {
        var employer = year.employer();
        int ahead = ahead(LeaveKind.PAID) + ahead(LeaveKind.PAID_OUT);
        int savedAhead = Math.min(ahead(LeaveKind.SAVED), ledger.savedLeft());
        int beyondSaved = ahead(LeaveKind.SAVED) - savedAhead;
        return new LeaveReport(
                documentId.toString(),
                year.from(),
                year.to(),
                year.asOf(),
                new PaySlip.Employer(employer.name(), employer.address(), employer.organisationNo()),
                new LeaveReport.Person(
                        person.employeeNo(), person.name(), person.jobTitle(), person.department(), person.startedOn()),
                person.annual(),
                year.rule().mostSaved(),
                year.rule().savedYears(),
                new Balance(
                        year.from(),
                        year.to(),
                        ledger.carried + ledger.opening,
                        ledger.earned,
                        -ledger.taken,
                        ledger.adjusted,
                        -ledger.paidOut,
                        ledger.paid),
                ledger.saved.stream()
                        .map(lot -> new Balance(
                                lot.year, lot.expires, lot.opening, 0, -lot.taken, lot.adjusted, 0, lot.left))
                        .toList(),
                counted(LeaveKind.UNPAID),
                counted(LeaveKind.SICK),
                counted(LeaveKind.PARENTAL),
                expiring(),
                expiresOn(),
                ledger.entries.stream().map(LeaveReportOf::entry).toList(),
                ledger.ahead.stream().map(LeaveReportOf::ahead).toList(),
                ledger.paid - ahead - beyondSaved,
                ledger.savedLeft() - savedAhead,
                employer.contact(),
                employer.scheme(),
                employer.example());
    }

    private int counted(LeaveKind kind) {
        return ledger.counted.getOrDefault(kind, 0);
    }

    private int ahead(LeaveKind kind) {
        return ledger.ahead.stream()
                .filter(booking -> booking.kind() == kind)
                .mapToInt(LeaveLedger::workingDays)
                .sum();
    }

    /** Saved days whose time is up, and of the paid ones what cannot be saved at the end of the year. */
    private int expiring() {
        int saved = ledger.saved.stream()
                .filter(lot -> soon(lot.expires))
                .mapToInt(lot -> lot.left)
                .sum();
        return saved + lapsing();
    }

    private int lapsing() {
        return soon(year.to()) ? Math.max(0, ledger.paid - year.rule().mostSaved()) : 0;
    }

    private boolean soon(LocalDate day) {
        return !day.isAfter(year.asOf().plusDays(SOON_DAYS));
    }

    private @Nullable LocalDate expiresOn() {
        var first = ledger.saved.stream()
                .filter(lot -> lot.left > 0 && soon(lot.expires))
                .map(lot -> lot.expires)
                .min(LocalDate::compareTo);
        return first.orElse(lapsing() > 0 ? year.to() : null);
    }

    private static LeaveReport.Entry entry(LeaveLedger.Entry entry) {
        var kind =
                switch (entry.cause()) {
                    case OPENING -> Kind.OPENING;
                    case EARNED -> Kind.EARNED;
                    case ADJUSTED -> entry.kind() == LeaveKind.SAVED ? Kind.ADJUSTED_SAVED : Kind.ADJUSTED;
                    case BY_HOURS -> Kind.BY_HOURS;
                    case PAID_OUT -> Kind.PAID_OUT;
                    case TAKEN -> Kind.valueOf(entry.kind().name());
                };
        var booking = entry.booking();
        var adjustment = entry.adjustment();
        return new LeaveReport.Entry(
                entry.date(),
                kind,
                booking == null ? null : booking.from(),
                booking == null ? null : booking.to(),
                adjustment != null ? new Adjusted(named(adjustment.reason()), named(adjustment.by())) : origin(booking),
                entry.days(),
                entry.balance());
    }

    private static @Nullable Origin origin(@Nullable Booking booking) {
        if (booking == null) return null;
        var approval = booking.approval();
        return approval == null
                ? new Imported(booking.importedOn())
                : new Approved(approval.requestedOn(), approval.approvedOn(), named(approval.by()));
    }

    private static LeaveReport.Ahead ahead(Booking booking) {
        return new LeaveReport.Ahead(
                booking.from(),
                booking.to(),
                Kind.valueOf(booking.kind().name()),
                origin(booking),
                LeaveLedger.workingDays(booking));
    }
}
