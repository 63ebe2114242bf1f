/**
 * The packaged platform as a user's machine runs it, and the people who use it: what every acceptance test stands on.
 * One platform serves all classes of a run; its data folder is {@code acceptance-tests/target/platform}.
 */
package dev.callboard.acceptance.platform;
