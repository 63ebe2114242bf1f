/** The account itself: opening, details, owner, suspension. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.fiscal;
