/** The picture that an account's documents show above its name. */
package dev.callboard.report.logo;
