package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.employee.Employee;
import dev.callboard.report.payroll.employee.Iban;
import dev.callboard.report.payroll.rule.Pay;
import dev.callboard.report.payroll.rule.PayLine;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.rule.WorkKind;
import dev.callboard.report.render.Characters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.payroll.payrun.PayException.Kind.IBAN_INVALID;
import static dev.callboard.report.payroll.payrun.PayException.Kind.IBAN_MISSING;
import static dev.callboard.report.payroll.payrun.PayException.Kind.IBAN_SHARED;
import static dev.callboard.report.payroll.payrun.PayException.Kind.LINE_NOT_PRINTABLE;
import static dev.callboard.report.payroll.payrun.PayException.Kind.LONG_WEEK;
import static dev.callboard.report.payroll.payrun.PayException.Kind.NET_NOT_POSITIVE;
import static dev.callboard.report.payroll.payrun.PayException.Kind.OTHER_CURRENCY;
import static dev.callboard.report.payroll.payrun.PayException.Kind.PAY_CHANGED;
import static dev.callboard.report.payroll.payrun.PayException.Kind.TAX_TABLE_UNKNOWN;
import static dev.callboard.report.payroll.payrun.PayException.Kind.TEXT_NOT_PRINTABLE;
import static dev.callboard.report.payroll.payrun.PayException.Kind.WITHOUT_LINES;
import static dev.callboard.report.payroll.payrun.PayException.Kind.WORK_WITHOUT_RULE;

/** What stands out in one employee's pay. */
final class Exceptions {
    static List<PayException> of(Candidate who, Pay pay, PayScheme scheme, String currency) {
        var found = new ArrayList<PayException>(1);
        for (var kind : pay.withoutRule())
            found.add(of(WORK_WITHOUT_RULE, who, named(kind) + ", for which " + scheme.name() + " has no rule"));
        if (!pay.hasLines()) {
            found.add(of(WITHOUT_LINES, who, "no work and no salary in the period"));
            return found;
        }
        if (!who.currency().equals(currency))
            found.add(of(OTHER_CURRENCY, who, who.currency() + " (expected: " + currency + ", the run's)"));
        if (!scheme.taxTables().containsKey(who.person().taxTable()))
            found.add(of(
                    TAX_TABLE_UNKNOWN,
                    who,
                    "“" + who.person().taxTable() + "” (expected: one of "
                            + String.join(
                                    ", ",
                                    scheme.taxTables().keySet().stream()
                                            .sorted()
                                            .toList()) + ")"));
        else if (pay.net() <= 0) found.add(of(NET_NOT_POSITIVE, who, "net " + money(pay.net()) + " " + currency));
        addOfAccount(found, who);
        addOfFonts(found, who, pay);
        addChange(found, who, pay, currency);
        for (var week : pay.longWeeks())
            found.add(of(LONG_WEEK, who, "more than " + scheme.longWeekMinutes() / 60 + " h in the week of " + week));
        return found;
    }

    private static void addOfAccount(List<PayException> found, Candidate who) {
        if (who.iban().isEmpty()) found.add(of(IBAN_MISSING, who, "no bank account"));
        else if (!Iban.valid(who.iban())) found.add(of(IBAN_INVALID, who, "bank account ends in " + lastFour(who)));
        else if (who.ibanShared())
            found.add(of(IBAN_SHARED, who, "others are paid to the account ending in " + lastFour(who)));
    }

    /** Of each field the first character alone: one look at it shows the others. */
    private static void addOfFonts(List<PayException> found, Candidate who, Pay pay) {
        addOfFonts(
                found, TEXT_NOT_PRINTABLE, who, "employee number", who.person().employeeNo());
        addOfFonts(found, TEXT_NOT_PRINTABLE, who, "name", who.name());
        addOfFonts(found, TEXT_NOT_PRINTABLE, who, "address", who.address());
        addOfFonts(found, TEXT_NOT_PRINTABLE, who, "job title", who.jobTitle());
        addOfFonts(found, TEXT_NOT_PRINTABLE, who, "tax id", Employee.maskedTaxId(who.taxId()));
        pay.lines().stream()
                .map(PayLine::production)
                .distinct()
                .forEach(text -> addOfFonts(found, LINE_NOT_PRINTABLE, who, "production", text));
        pay.lines().stream()
                .map(PayLine::costCode)
                .distinct()
                .forEach(text -> addOfFonts(found, LINE_NOT_PRINTABLE, who, "cost code", text));
        pay.lines().stream()
                .map(PayLine::text)
                .distinct()
                .forEach(text -> addOfFonts(found, LINE_NOT_PRINTABLE, who, "note", text));
    }

    private static void addOfFonts(
            List<PayException> found, PayException.Kind kind, Candidate who, String field, String text) {
        Characters.withoutForm(text)
                .ifPresent(character -> found.add(of(
                        kind,
                        who,
                        "%s: the fonts have no form for U+%04X (expected: %s)"
                                .formatted(field, character, Characters.EXPECTED))));
    }

    private static void addChange(List<PayException> found, Candidate who, Pay pay, String currency) {
        var previous = who.previousGross();
        if (previous == null || previous <= 0) return;

        // more than 25 % away, in whole numbers
        if (Math.abs(pay.gross() - previous) * 4 > previous)
            found.add(of(
                    PAY_CHANGED,
                    who,
                    "gross " + money(pay.gross()) + " " + currency + ", the period before " + money(previous)));
    }

    private static String named(WorkKind kind) {
        return kind == WorkKind.BENEFIT ? "a taxable benefit" : "work of kind " + kind;
    }

    private static String lastFour(Candidate who) {
        return who.iban().substring(Math.max(0, who.iban().length() - 4));
    }

    private static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static PayException of(PayException.Kind kind, Candidate who, String detail) {
        return new PayException(kind, who.person().employeeNo(), who.name(), detail);
    }

    private Exceptions() {}
}
