/** What an opening costs, and how many projects may be open. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.pricing;
