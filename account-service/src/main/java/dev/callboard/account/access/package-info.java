/** Memberships, and the question every other feature asks first: may the caller do this here? */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.access;
