/** How people become members and cease to be: invitations by mail, rights, leaving. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.invitation;
