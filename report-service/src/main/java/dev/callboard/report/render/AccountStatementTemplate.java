package dev.callboard.report.render;

import dev.callboard.report.render.AccountStatement.Kind;
import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;

/** The account statement, A4: what is owed, then how it came about. */
public final class AccountStatementTemplate extends ReportTemplate<AccountStatement> {
    public AccountStatementTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the account; null: none */
    public AccountStatementTemplate(Language language, @Nullable Picture logo) {
        super("account-statement/3", language, logo);
    }

    @Override
    String layOut(Canvas canvas, AccountStatement statement) {
        var title = words.say(Word.ACCOUNT_STATEMENT);
        var period = notation.span(statement.from(), statement.to());
        var customer = statement.customer();
        var page = new ReportPage(canvas, words, title, period + ", " + customer.name());
        page.title(
                period,
                words.say(Word.AS_OF),
                notation.longDate(statement.asOf().toLocalDate()));
        page.blocks(
                new Block(words.say(Word.CUSTOMER), customer.name(), "", address(customer), true),
                new Block(words.say(Word.PERIOD), "", "", List.of(period)),
                new Block(words.say(Word.STATEMENT_CURRENCY), "", "", List.of(statement.currency())));
        page.keyFigures(
                key(statement, Word.STATEMENT_OWED, statement.closing()),
                key(statement, Word.STATEMENT_CHARGED, statement.charged()),
                key(statement, Word.STATEMENT_HELD, statement.held()));
        lines(page, statement);
        page.close("", words.say(Word.STATEMENT_NOTE));
        page.foot(title + " · " + customer.name(), title, period);
        return title + " · " + customer.name() + " · " + period;
    }

    static List<String> address(AccountStatement.Customer customer) {
        var lines = new ArrayList<String>();
        if (customer.address() != null) lines.addAll(customer.address().lines().toList());
        return lines;
    }

    private KeyFigure key(AccountStatement statement, Word label, long amount) {
        return new KeyFigure(
                words.say(Word.IN_CURRENCY, words.say(label), statement.currency()), amount(statement, amount), "");
    }

    private void lines(ReportPage page, AccountStatement statement) {
        var table = new ReportTable(
                        page, LEFT, RIGHT, words.say(Word.STATEMENT_LINES), words.say(Word.STATEMENT_LINES_NOTE))
                .text(LEFT, words.say(Word.DATE))
                .text(LEFT + 6400, words.say(Word.WHAT))
                .text(LEFT + 16000, words.say(Word.STATEMENT_FOR))
                .figures(RIGHT - 14000, words.say(Word.STATEMENT_HELD_LINE))
                .figures(RIGHT - 7000, words.say(Word.STATEMENT_OWED_LINE))
                .boldFigures(RIGHT, words.say(Word.BALANCE));
        table.row("", words.say(Word.OPENING_BALANCE), "", "", "", amount(statement, statement.opening()));
        for (var line : statement.lines()) {
            boolean holds = line.kind() == Kind.HOLD || line.kind() == Kind.RELEASE;
            table.row(
                    notation.date(line.at().toLocalDate()),
                    words.say(word(line.kind())),
                    line.text(),
                    holds ? amount(statement, line.kind() == Kind.HOLD ? line.amount() : -line.amount()) : "",
                    holds ? "" : amount(statement, line.owed()),
                    amount(statement, line.balance()));
        }
        table.sum("", words.say(Word.STATEMENT_CLOSING), "", "", "", amount(statement, statement.closing()))
                .draw();
    }

    private static Word word(Kind kind) {
        return switch (kind) {
            case HOLD -> Word.STATEMENT_HOLD;
            case RELEASE -> Word.STATEMENT_RELEASE;
            case INVOICE -> Word.INVOICE;
            case CAPTURE -> Word.STATEMENT_CAPTURE;
            case CREDIT_NOTE -> Word.CREDIT_NOTE;
            case REFUND -> Word.STATEMENT_REFUND;
        };
    }

    private String amount(AccountStatement statement, long minor) {
        return notation.amount(minor, statement.fractionDigits());
    }
}
