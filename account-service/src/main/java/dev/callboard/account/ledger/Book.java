package dev.callboard.account.ledger;

/** The accounts of the double entry. A balance is debits minus credits. */
public enum Book {
    /** Set aside on a card at the provider, not ours yet. */
    AUTHORISED,
    /** What we owe a decision: to take it or to give it back. The mirror of AUTHORISED. */
    HELD,
    /** What the account owes us. */
    RECEIVABLE,
    /** What the provider has taken for us. */
    PROVIDER,
    REVENUE
}
