/** The books: balanced pairs, balances derived from them, invoices. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.ledger;
