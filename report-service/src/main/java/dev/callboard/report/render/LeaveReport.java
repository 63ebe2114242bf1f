package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's leave in a leave year, as of a day in it: balances, the ledger of paid leave that proves them, and what
 * is approved and not taken yet. Days in hundredths.
 *
 * @param annual days in a year
 * @param mostSaved days that can be saved at the end of a year, for {@code savedYears}
 * @param saved by year, the oldest first
 * @param unpaid taken, like {@code sick} and {@code parental}: counted, not from a balance
 * @param expiring days that lapse within 90 days if they are not taken, the first of them after {@code expiresOn}
 * @param paidAfter what is left when everything ahead is taken, like {@code savedAfter}
 */
public record LeaveReport(
        String documentId,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        PaySlip.Employer employer,
        Person person,
        int annual,
        int mostSaved,
        int savedYears,
        Balance paid,
        List<Balance> saved,
        int unpaid,
        int sick,
        int parental,
        int expiring,
        @Nullable LocalDate expiresOn,
        List<Entry> entries,
        List<Ahead> ahead,
        int paidAfter,
        int savedAfter,
        String contact,
        String scheme,
        boolean example) {

    public record Person(String number, String name, String jobTitle, String department, LocalDate startedOn) {}

    public enum Kind {
        OPENING,
        EARNED,
        ADJUSTED,
        ADJUSTED_SAVED,
        PAID,
        /** Paid leave that was entered as hours. */
        BY_HOURS,
        SAVED,
        PAID_OUT,
        UNPAID,
        SICK,
        PARENTAL
    }

    /** @param year first day of the leave year that the days are from; taken and paid out are below zero */
    public record Balance(
            LocalDate year,
            LocalDate expires,
            int opening,
            int earned,
            int taken,
            int adjusted,
            int paidOut,
            int closing) {}

    /** Whence leave or a change of it comes, and who answers for it. */
    public sealed interface Origin {
        /** Approved elsewhere. @param on when it came here */
        record Imported(LocalDate on) implements Origin {}

        record Approved(LocalDate requestedOn, LocalDate approvedOn, String by) implements Origin {}

        record Adjusted(String reason, String by) implements Origin {}
    }

    /**
     * @param from to {@code to}: days of leave, null for what has none
     * @param origin null for what is neither booked nor adjusted
     * @param balance of the paid days: leave of another kind, and what is adjusted of saved days, leaves it as it was
     */
    public record Entry(
            LocalDate date,
            Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Origin origin,
            int days,
            int balance) {}

    public record Ahead(LocalDate from, LocalDate to, Kind kind, Origin origin, int days) {}
}
