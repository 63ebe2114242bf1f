/** The card payment provider, across the process boundary. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.provider;
