/** Fiscal accounts: who owns them, who is a member with which rights, and what they pay. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account;
