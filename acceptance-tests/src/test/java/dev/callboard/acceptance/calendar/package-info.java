/** Invitations, read by another library than the one that wrote them. */
package dev.callboard.acceptance.calendar;
