/** Money of sagas: reserved, taken, given back. The provider is never called in a transaction. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.funds;
