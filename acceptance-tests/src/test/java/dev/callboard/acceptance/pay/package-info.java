/**
 * Payroll counted a second time, by the sentences of {@code docs/pay-rules.md} and with nothing of report-service: from
 * the CSV files and the approved time cards to the net of everyone, and from there to each document that the run left.
 */
package dev.callboard.acceptance.pay;
