/** Who changed what in an account, kept for good. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.audit;
