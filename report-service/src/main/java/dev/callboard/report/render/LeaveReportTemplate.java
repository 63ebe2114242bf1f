package dev.callboard.report.render;

import dev.callboard.report.render.LeaveReport.Balance;
import dev.callboard.report.render.LeaveReport.Kind;
import dev.callboard.report.render.LeaveReport.Origin;
import dev.callboard.report.render.LeaveReport.Origin.Adjusted;
import dev.callboard.report.render.LeaveReport.Origin.Approved;
import dev.callboard.report.render.LeaveReport.Origin.Imported;
import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.COLUMN;
import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;
import static dev.callboard.report.render.Grid.SECOND;
import static dev.callboard.report.render.Grid.THIRD;

/** The leave report of one person, A4: three figures, balances, the ledger that proves them, what is still ahead. */
public final class LeaveReportTemplate extends ReportTemplate<LeaveReport> {
    private static final int LEFT_PART = SECOND + COLUMN;

    public LeaveReportTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the employer; null: none */
    public LeaveReportTemplate(Language language, @Nullable Picture logo) {
        super("leave-report/4", language, logo);
    }

    @Override
    boolean isOfOnePerson() {
        return true;
    }

    @Override
    String layOut(Canvas canvas, LeaveReport report) {
        var title = words.say(Word.LEAVE_REPORT);
        var year = year(report.from());
        var person = report.person();
        var whose = title + " " + year + " \u00b7 " + person.name();
        var page = new ReportPage(canvas, words, title, year + ", " + person.name());
        head(page, report, year);
        balances(page, report);
        ledger(page, report, year);
        ahead(page, report);
        page.close(report.contact(), notes(report));
        page.foot(
                whose + " \u00b7 " + person.number(),
                title + " " + year + " \u00b7 " + person.number(),
                report.documentId());
        return whose;
    }

    /** {@code 2027/28}, or {@code 2027} where leave years are calendar years. */
    static String year(LocalDate from) {
        if (from.getMonthValue() == 1) return String.valueOf(from.getYear());
        return "%d/%02d".formatted(from.getYear(), (from.getYear() + 1) % 100);
    }

    private void head(ReportPage page, LeaveReport report, String year) {
        page.title(year, words.say(Word.AS_OF), notation.longDate(report.asOf()));
        var person = report.person();
        page.blocks(
                employer(report.employer()),
                new Block(
                        words.say(Word.EMPLOYEE, person.number()),
                        person.name(),
                        person.jobTitle(),
                        List.of(
                                person.department(),
                                words.say(Word.EMPLOYED_SINCE, notation.longDate(person.startedOn())))),
                new Block(
                        words.say(Word.LEAVE_YEAR_AND_RULE),
                        "",
                        "",
                        List.of(
                                notation.longDate(report.from()) + " \u2013 " + notation.longDate(report.to()),
                                words.say(Word.DAYS_EARNED_MONTHLY, notation.shortest(report.annual())),
                                words.say(
                                        Word.SAVING_RULE,
                                        notation.shortest(report.mostSaved()),
                                        report.savedYears()))));
        var paid = report.paid();
        int saved = report.saved().stream().mapToInt(Balance::closing).sum();
        page.keyFigures(
                new KeyFigure(
                        words.say(Word.PAID_DAYS_LEFT),
                        notation.hundredths(paid.closing()),
                        words.say(Word.EARNED_SO_FAR, notation.hundredths(paid.opening() + paid.earned()))),
                new KeyFigure(
                        words.say(Word.SAVED_DAYS_LEFT),
                        notation.hundredths(saved),
                        report.saved().isEmpty()
                                ? ""
                                : words.count(
                                        Word.FROM_ONE_YEAR,
                                        Word.FROM_YEARS,
                                        report.saved().size())),
                new KeyFigure(
                        mark(report) + words.say(Word.EXPIRE_SOON),
                        notation.hundredths(report.expiring()),
                        report.expiresOn() == null
                                ? ""
                                : words.say(Word.EXPIRE_ON, notation.longDate(report.expiresOn()))));
    }

    private static String mark(LeaveReport report) {
        return report.expiring() > 0 ? "\u25c6 " : "";
    }

    private void balances(ReportPage page, LeaveReport report) {
        var table = new ReportTable(page, LEFT, RIGHT, words.say(Word.BALANCES), words.say(Word.WORKING_DAYS))
                .text(LEFT, words.say(Word.KIND))
                .text(LEFT + 11200, words.say(Word.EXPIRES))
                .figures(27387, words.say(Word.OPENING))
                .figures(32395, words.say(Word.EARNED))
                .figures(37379, words.say(Word.TAKEN))
                .figures(43343, words.say(Word.ADJUSTED))
                .figures(48928, words.say(Word.PAID_OUT))
                .boldFigures(RIGHT, words.say(Word.CLOSING));
        table.row(balance(words.say(Word.PAID_YEAR, year(report.paid().year())), report.paid(), report));
        for (var saved : report.saved())
            table.row(balance(words.say(Word.SAVED_FROM, year(saved.year())), saved, report));
        counted(table, Word.UNPAID, report.unpaid());
        counted(table, Word.SICK, report.sick());
        counted(table, Word.PARENTAL, report.parental());
        table.draw();
    }

    private String[] balance(String label, Balance balance, LeaveReport report) {
        var soon = report.expiresOn() != null
                && report.expiring() > 0
                && !balance.expires().isAfter(report.asOf().plusDays(90))
                && balance.closing() > 0;
        return new String[] {
            label,
            (soon ? "\u25c6 " : "") + notation.date(balance.expires()),
            notation.hundredths(balance.opening()),
            notation.hundredths(balance.earned()),
            notation.hundredths(balance.taken()),
            notation.hundredths(balance.adjusted()),
            notation.hundredths(balance.paidOut()),
            notation.hundredths(balance.closing())
        };
    }

    private void counted(ReportTable table, Word kind, int days) {
        if (days == 0) return;
        var taken = words.say(Word.DAYS_TAKEN, notation.hundredths(days));
        table.row(words.say(kind), "", "", "", notation.hundredths(-days), "", "", taken);
    }

    private void ledger(ReportPage page, LeaveReport report, String year) {
        var table = new ReportTable(page, LEFT, RIGHT, words.say(Word.LEDGER_PAID, year), "")
                .text(LEFT, words.say(Word.DATE))
                .text(LEFT + 5600, words.say(Word.KIND))
                .text(LEFT + 14600, words.say(Word.FROM_TO))
                .text(LEFT + 22000, words.say(Word.REQUEST_AND_APPROVAL))
                .figures(48928, "+ / \u2212")
                .boldFigures(RIGHT, words.say(Word.BALANCE));
        var entries = report.entries();
        if (entries.isEmpty() || entries.getFirst().kind() != Kind.OPENING)
            table.row(
                    notation.date(report.from()),
                    words.say(Word.YEAR_BEGINS),
                    "",
                    words.say(Word.EARNED_A_MONTH, notation.shortest(report.annual())),
                    "",
                    notation.hundredths(report.paid().opening()));
        for (var entry : entries)
            table.row(
                    notation.dayMonth(entry.date()),
                    words.say(word(entry.kind())),
                    days(entry),
                    origin(entry.origin(), report),
                    entry.kind() == Kind.OPENING ? "" : notation.signed(entry.days()),
                    notation.hundredths(entry.balance()));
        var closing = words.say(Word.CLOSING_BALANCE, notation.longDate(report.asOf()));
        table.sum(closing, "", "", "", "", notation.hundredths(report.paid().closing()))
                .draw();
    }

    private String origin(@Nullable Origin origin, LeaveReport report) {
        return switch (origin) {
            case null -> "";
            case Imported imported -> words.say(Word.IMPORTED_ON, day(imported.on(), report));
            case Approved approved ->
                words.say(
                        Word.REQUESTED_AND_APPROVED,
                        day(approved.requestedOn(), report),
                        day(approved.approvedOn(), report),
                        approved.by());
            case Adjusted adjusted -> adjusted.by() + ": " + adjusted.reason();
        };
    }

    /** In the leave year without it. */
    private String day(LocalDate day, LeaveReport report) {
        var inYear = !day.isBefore(report.from()) && !day.isAfter(report.to());
        return inYear ? notation.dayMonth(day) : notation.date(day);
    }

    private String days(LeaveReport.Entry entry) {
        if (entry.kind() == Kind.EARNED || entry.kind() == Kind.BY_HOURS) return notation.month(entry.date());
        return entry.from() == null ? "" : notation.days(entry.from(), entry.to(), 1);
    }

    private void ahead(ReportPage page, LeaveReport report) {
        if (report.ahead().isEmpty()) return;
        int top = page.y;
        int onPage = page.canvas.pageCount();
        new ReportTable(page, THIRD, RIGHT, words.say(Word.AFTER_APPROVED), "")
                .text(THIRD, "")
                .boldFigures(RIGHT, "")
                .row(words.say(Word.PAID_DAYS), notation.hundredths(report.paidAfter()))
                .row(words.say(Word.SAVED_DAYS), notation.hundredths(report.savedAfter()))
                .draw();
        int end = page.y;
        page.y = page.canvas.pageCount() == onPage ? top : page.furtherTop() - ReportPage.APART;
        onPage = page.canvas.pageCount();
        var table = new ReportTable(page, LEFT, LEFT_PART, words.say(Word.APPROVED_AHEAD), "")
                .text(LEFT, "")
                .text(LEFT + 5600, "")
                .text(LEFT + 13400, "")
                .figures(LEFT_PART, "");
        for (var ahead : report.ahead())
            table.row(
                    notation.days(ahead.from(), ahead.to(), 1),
                    words.say(word(ahead.kind())),
                    origin(ahead.origin(), report),
                    notation.hundredths(-ahead.days()));
        table.draw();
        if (page.canvas.pageCount() == onPage) page.y = Math.max(page.y, end);
    }

    private static Word word(Kind kind) {
        return switch (kind) {
            case OPENING -> Word.OPENING_BALANCE;
            case EARNED -> Word.EARNED;
            case ADJUSTED -> Word.ADJUSTED;
            case ADJUSTED_SAVED -> Word.ADJUSTED_SAVED;
            case PAID -> Word.PAID_LEAVE;
            case BY_HOURS -> Word.PAID_LEAVE_BY_HOURS;
            case SAVED -> Word.SAVED_LEAVE;
            case PAID_OUT -> Word.PAID_OUT;
            case UNPAID -> Word.UNPAID;
            case SICK -> Word.SICK;
            case PARENTAL -> Word.PARENTAL;
        };
    }

    private String notes(LeaveReport report) {
        var none = new ArrayList<String>();
        if (report.unpaid() == 0) none.add(words.say(Word.UNPAID_LEAVE));
        if (report.sick() == 0) none.add(words.say(Word.SICK_LEAVE));
        if (report.parental() == 0) none.add(words.say(Word.PARENTAL_LEAVE));
        var notes = new ArrayList<String>();
        if (!none.isEmpty()) notes.add(words.say(Word.NO_LEAVE_OF, words.alternatives(none)));
        notes.add(example(report.example(), report.scheme()));
        return String.join(" ", notes);
    }
}
