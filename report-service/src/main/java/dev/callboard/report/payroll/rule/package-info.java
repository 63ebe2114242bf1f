/** The pay rules: pure functions from work and a scheme to lines of pay. No clock, no database, no HTTP. */
package dev.callboard.report.payroll.rule;
