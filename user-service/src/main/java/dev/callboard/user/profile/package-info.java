/** The user herself: what she is called, where she is, and whether she may sign in. */
package dev.callboard.user.profile;
