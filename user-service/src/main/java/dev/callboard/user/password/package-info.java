/** What a password must be, and how it is kept. */
package dev.callboard.user.password;
