/** Mail that waits for its server, and comes once. */
package dev.callboard.acceptance.mail;
