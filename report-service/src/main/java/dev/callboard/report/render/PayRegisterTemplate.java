package dev.callboard.report.render;

import dev.callboard.report.render.PayRegister.Sums;
import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;

/** The register of a pay run, A4, as long as it needs to be. */
public final class PayRegisterTemplate extends ReportTemplate<PayRegister> {
    public PayRegisterTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the employer; null: none */
    public PayRegisterTemplate(Language language, @Nullable Picture logo) {
        super("pay-register/4", language, logo);
    }

    @Override
    String layOut(Canvas canvas, PayRegister register) {
        var title = words.say(Word.PAY_REGISTER);
        var period = notation.monthYear(register.period());
        var whose = title + " " + period + " \u00b7 " + register.employer().name();
        var page = new ReportPage(
                canvas, words, title, period + ", " + register.employer().name());
        page.title(period, words.say(Word.PAID_ON), notation.longDate(register.payDate()));
        var total = register.total();
        page.blocks(
                employer(register.employer()),
                new Block(
                        words.say(Word.PAY_RUN),
                        "",
                        "",
                        List.of(words.count(
                                Word.ONE_SLIP, Word.MANY_SLIPS, register.rows().size()))));
        page.keyFigures(
                key(register, Word.GROSS_PAY, total.gross()),
                key(register, Word.TAX_WITHHELD, -total.tax()),
                key(register, Word.NET_PAY, total.net()));
        var table = new ReportTable(page, LEFT, RIGHT, words.say(Word.SLIPS_TABLE, register.currency()), "")
                .dense()
                .text(LEFT, words.say(Word.NUMBER))
                .text(LEFT + 4200, words.say(Word.NAME))
                .figures(19200, words.say(Word.HOURS))
                .figures(25400, words.say(Word.GROSS))
                .figures(30600, words.say(Word.BEFORE_TAX))
                .figures(36600, words.say(Word.TAXABLE_BASE))
                .figures(42000, words.say(Word.TAX))
                .figures(46800, words.say(Word.OTHER))
                .figures(50700, words.say(Word.NOT_TAXED))
                .boldFigures(RIGHT, words.say(Word.NET));
        for (var row : register.rows()) table.row(cells(register, row.number(), row.name(), row.sums()));
        table.sum(cells(register, words.say(Word.TOTAL), "", total)).draw();
        if (register.rows().stream().anyMatch(row -> row.sums().benefits() != 0)) page.note(words.say(Word.HOW_BASE));
        page.close(register.contact(), example(register.example(), register.scheme()));
        page.foot(whose, title + " " + period, register.documentId());
        return whose;
    }

    private KeyFigure key(PayRegister register, Word label, long amount) {
        return new KeyFigure(inCurrency(label, register.currency()), amount(register, amount), "");
    }

    private String[] cells(PayRegister register, String number, String name, Sums sums) {
        return new String[] {
            number,
            name,
            notation.hundredths(Math.floorDiv(sums.minutes() * 100 + 30, 60)),
            amount(register, sums.gross()),
            amount(register, sums.beforeTax()),
            amount(register, sums.taxable()),
            amount(register, sums.tax()),
            amount(register, sums.afterTax()),
            amount(register, sums.reimbursed()),
            amount(register, sums.net())
        };
    }

    private String amount(PayRegister register, long minor) {
        return notation.amount(minor, register.fractionDigits());
    }
}
