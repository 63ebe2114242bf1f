package dev.callboard.report.bulk;

/**
 * One refused cell.
 *
 * @param line in the file, from 1; the header is line 1
 * @param value as it was sent, cut to 80 characters; never that of a secret column
 */
public record BadRow(long line, String column, String value, String expected) {}
