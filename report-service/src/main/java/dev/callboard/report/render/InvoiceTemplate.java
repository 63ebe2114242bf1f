package dev.callboard.report.render;

import dev.callboard.report.render.ReportPage.Block;
import dev.callboard.report.render.ReportPage.KeyFigure;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

import static dev.callboard.report.render.Grid.LEFT;
import static dev.callboard.report.render.Grid.RIGHT;

/** An invoice or a credit note, A4. */
public final class InvoiceTemplate extends ReportTemplate<Invoice> {
    public InvoiceTemplate(Language language) {
        this(language, null);
    }

    /** @param logo of the account; null: none */
    public InvoiceTemplate(Language language, @Nullable Picture logo) {
        super("invoice/3", language, logo);
    }

    @Override
    String layOut(Canvas canvas, Invoice invoice) {
        var title = words.say(invoice.isCreditNote() ? Word.CREDIT_NOTE : Word.INVOICE);
        var number = Integer.toString(invoice.number());
        var customer = invoice.customer();
        var page = new ReportPage(canvas, words, title, number + ", " + customer.name());
        page.title(number, words.say(Word.ISSUED), notation.longDate(invoice.issued()));
        page.blocks(
                new Block(words.say(Word.SELLER), invoice.seller().name(), "", seller(invoice)),
                new Block(words.say(Word.CUSTOMER), customer.name(), "", customer(customer), true),
                new Block(words.say(Word.INVOICE_ABOUT), "", "", about(invoice)));
        page.keyFigures(new KeyFigure(
                words.say(
                        Word.IN_CURRENCY,
                        words.say(invoice.isCreditNote() ? Word.INVOICE_REFUNDED : Word.INVOICE_PAID),
                        invoice.currency()),
                notation.amount(invoice.amount(), invoice.fractionDigits()),
                ""));
        var amount = notation.amount(
                invoice.isCreditNote() ? -invoice.amount() : invoice.amount(), invoice.fractionDigits());
        new ReportTable(page, LEFT, RIGHT, words.say(Word.INVOICE_LINES), "")
                .text(LEFT, words.say(Word.WHAT))
                .figures(RIGHT, words.say(Word.IN_CURRENCY, words.say(Word.AMOUNT), invoice.currency()))
                .row(invoice.project() == null ? invoice.text() : invoice.text() + ", " + invoice.project(), amount)
                .sum(words.say(Word.TOTAL), amount)
                .draw();
        page.close("", invoice.isCreditNote() ? "" : words.say(Word.INVOICE_NOTE));
        page.foot(title + " " + number + " · " + customer.name(), title + " " + number, number);
        return title + " " + number + " · " + customer.name();
    }

    private List<String> seller(Invoice invoice) {
        var lines = new ArrayList<>(invoice.seller().address().lines().toList());
        if (!invoice.seller().vatNumber().isBlank())
            lines.add(words.say(Word.VAT_NUMBER, invoice.seller().vatNumber()));
        return lines;
    }

    private List<String> customer(AccountStatement.Customer customer) {
        var lines = new ArrayList<>(AccountStatementTemplate.address(customer));
        if (customer.vatNumber() != null && !customer.vatNumber().isBlank())
            lines.add(words.say(Word.VAT_NUMBER, customer.vatNumber()));
        return lines;
    }

    private List<String> about(Invoice invoice) {
        var lines = new ArrayList<String>();
        if (invoice.project() != null) lines.add(invoice.project());
        if (invoice.credits() != null) lines.add(words.say(Word.INVOICE_CREDITS, invoice.credits()));
        return lines;
    }
}
