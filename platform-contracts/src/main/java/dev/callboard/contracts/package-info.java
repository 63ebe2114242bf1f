/** What the services of Callboard tell and ask one another: facts, commands and replies, as records. */
package dev.callboard.contracts;
