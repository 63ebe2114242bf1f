package dev.callboard.account.ledger;

/** The kinds of balanced pair that are ever written, each from one book to another. Once per saga and kind. */
public enum Posting {
    HOLD(Book.AUTHORISED, Book.HELD),
    RELEASE(Book.HELD, Book.AUTHORISED),
    INVOICE(Book.RECEIVABLE, Book.REVENUE),
    CAPTURE(Book.PROVIDER, Book.RECEIVABLE),
    CREDIT_NOTE(Book.REVENUE, Book.RECEIVABLE),
    REFUND(Book.RECEIVABLE, Book.PROVIDER);

    private final Book debit;
    private final Book credit;

    Posting(Book debit, Book credit) {
        this.debit = debit;
        this.credit = credit;
    }

    Book debit() {
        return debit;
    }

    Book credit() {
        return credit;
    }
}
