/** The summoning plan: who is booked, which roles each activity calls, and what a publication makes of both. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.summoning;
